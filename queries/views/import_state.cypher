// ---
// title = { zh = "导入状态", en = "State of the imports" }
// question = { zh = "到现在导入和撤销到了哪一步?", en = "What changes with every import of files and every undo of one, but not when a person decides something." }
// access = 2
//
// [columns.batches]
// type = "integer"
// meaning = { zh = "批次数", en = "Batches" }
//
// [columns.started]
// type = "text"
// meaning = { zh = "最近开始", en = "Last started" }
//
// [columns.finished]
// type = "text"
// meaning = { zh = "最近完成", en = "Last finished" }
//
// [columns.undone]
// type = "text"
// meaning = { zh = "最近撤销", en = "Last undone" }
// ---
MATCH (b:ImportBatch) WHERE b.files > 0
RETURN count(b) AS batches, max(b.started_at) AS started, max(b.finished_at) AS finished,
       max(b.undone_at) AS undone
