// ---
// title = { zh = "批次中的问题计数", en = "Findings of a batch, counted" }
// question = { zh = "一个批次的材料里每类问题有多少?", en = "How many findings of each severity and code the documents of a batch raised." }
// access = 2
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The batch's id" }
//
// [columns.severity]
// type = "text"
// meaning = { zh = "级别", en = "Severity" }
//
// [columns.code]
// type = "text"
// meaning = { zh = "问题类别", en = "Code" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "数量", en = "Number" }
// ---
MATCH (f:Finding)-[:FOUND_IN]->(:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $id})
RETURN f.severity AS severity, f.code AS code, count(f) AS count
ORDER BY f.severity, f.code
