// ---
// title = { zh = "一个导入批次", en = "One import batch" }
// question = { zh = "一个导入批次何时开始、结束, 做了什么?", en = "A run of the importers." }
// access = 2
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The batch's id" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.started_at]
// type = "text"
// meaning = { zh = "开始时间", en = "Started at" }
//
// [columns.finished_at]
// type = "text"
// meaning = { zh = "完成时间", en = "Finished at" }
//
// [columns.state]
// type = "text"
// meaning = { zh = "状态", en = "State" }
//
// [columns.files]
// type = "integer"
// meaning = { zh = "文件数", en = "Files" }
//
// [columns.planned]
// type = "integer"
// meaning = { zh = "未完成的批次应有的材料数", en = "Documents that a batch not done is to bring" }
//
// [columns.created]
// type = "integer"
// meaning = { zh = "新建", en = "Created" }
//
// [columns.changed]
// type = "integer"
// meaning = { zh = "改动", en = "Changed" }
//
// [columns.removed]
// type = "integer"
// meaning = { zh = "撤下", en = "Removed" }
//
// [columns.findings]
// type = "integer"
// meaning = { zh = "问题数", en = "Findings" }
//
// [columns.report]
// type = "value"
// meaning = { zh = "报告", en = "Report" }
//
// [columns.undone_at]
// type = "text"
// meaning = { zh = "撤销时间", en = "Undone at" }
//
// [columns.undone_why]
// type = "text"
// meaning = { zh = "撤销原因", en = "Why undone" }
// ---
MATCH (b:ImportBatch {id: $id})
RETURN b.id AS id, b.started_at AS started_at, b.finished_at AS finished_at, b.state AS state, b.files AS files,
       b.planned AS planned, b.created AS created, b.changed AS changed, b.removed AS removed, b.findings AS findings, b.report AS report,
       b.undone_at AS undone_at, b.undone_why AS undone_why
