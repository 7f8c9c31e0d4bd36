// ---
// title = { zh = "正在进行的导入", en = "Imports under way" }
// question = { zh = "有没有还没有完成的导入?", en = "Batches that have not reached their last write: an import under way, or one that died." }
// access = 2
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.started_at]
// type = "text"
// meaning = { zh = "开始时间", en = "Started at" }
// ---
MATCH (b:ImportBatch {state: 'loading'})
RETURN b.id AS id, b.started_at AS started_at
ORDER BY id
