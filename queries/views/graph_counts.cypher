// ---
// title = { zh = "库中有什么", en = "What the graph holds" }
// question = { zh = "库中有多少干部、单位、岗位、材料、批次和问题?", en = "How many cadres, units, posts, documents, batches and findings there are." }
// access = 2
//
// [columns.cadres]
// type = "integer"
// meaning = { zh = "干部数", en = "Cadres" }
//
// [columns.units]
// type = "integer"
// meaning = { zh = "单位数", en = "Units" }
//
// [columns.posts]
// type = "value"
// meaning = { zh = "岗位", en = "Posts" }
//
// [columns.documents]
// type = "integer"
// meaning = { zh = "材料数", en = "Documents" }
//
// [columns.batches]
// type = "integer"
// meaning = { zh = "批次数", en = "Batches" }
//
// [columns.findings]
// type = "integer"
// meaning = { zh = "问题数", en = "Findings" }
// ---
CALL { MATCH (n:Cadre) RETURN count(n) AS cadres }
CALL { MATCH (n:Unit) RETURN count(n) AS units }
CALL { MATCH (n:Post) RETURN count(n) AS posts }
CALL { MATCH (n:SourceDocument) RETURN count(n) AS documents }
CALL { MATCH (n:ImportBatch) RETURN count(n) AS batches }
CALL { MATCH (n:Finding) RETURN count(n) AS findings }
RETURN cadres, units, posts, documents, batches, findings
