// ---
// title = { zh = "导入批次", en = "Import batches" }
// question = { zh = "导入过哪些批次, 最近的在前?", en = "Every run of the importers, newest first." }
// access = 2
//
// [parameters.skip]
// type = "integer"
// help = { zh = "略过开头几行", en = "How many batches to leave out at the start" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "Most batches" }
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
// ---
MATCH (b:ImportBatch)
RETURN b.id AS id, b.started_at AS started_at, b.finished_at AS finished_at, b.state AS state, b.files AS files,
       b.planned AS planned, b.created AS created, b.changed AS changed, b.removed AS removed, b.findings AS findings
ORDER BY b.started_at DESC, b.id
SKIP $skip LIMIT $limit
