// ---
// title = { zh = "若干单位的代表委员", en = "Members of units" }
// question = { zh = "这些单位有过哪些代表委员, 什么时间?", en = "Who had a seat at these units beside a post, and when." }
// access = 2
//
// [parameters.units]
// type = "texts"
// help = { zh = "单位编号", en = "Ids of units" }
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
UNWIND $units AS unit
MATCH (u:Unit {id: unit})<-[:AT_UNIT]-(t:Tenure {kind: 'membership'})<-[:HELD]-(c:Cadre)
RETURN t.id AS id, c.id AS cadre, c.name AS name, u.id AS unit, u.name AS unit_name, t.title AS title,
  t.start AS start, t.end AS end, t.end_status AS status
ORDER BY start DESC, id, unit
LIMIT $limit
