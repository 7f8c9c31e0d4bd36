// ---
// title = { zh = "若干干部的代表委员", en = "Memberships of cadres" }
// question = { zh = "这些干部担任过哪些代表委员, 在哪里, 什么时间?", en = "The seats these cadres have beside their posts, where and when." }
// access = 2
//
// [parameters.cadres]
// type = "texts"
// help = { zh = "干部编号", en = "Ids of cadres" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.cadre]
// type = "text"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
//
// [columns.unit]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.unit_name]
// type = "text"
// meaning = { zh = "单位名称", en = "Name of the unit" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务名称", en = "Title" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "Start" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "End" }
//
// [columns.status]
// type = "text"
// meaning = { zh = "是否在任", en = "Whether it lasts" }
// ---
UNWIND $cadres AS cadre
MATCH (c:Cadre {id: cadre})-[:HELD]->(t:Tenure {kind: 'membership'})-[:AT_UNIT]->(u:Unit)
RETURN t.id AS id, c.id AS cadre, c.name AS name, u.id AS unit, u.name AS unit_name, t.title AS title,
  t.start AS start, t.end AS end, t.end_status AS status
ORDER BY start DESC, id, unit
LIMIT $limit
