// ---
// title = { zh = "在某单位任过职的干部", en = "Who served at a unit" }
// question = { zh = "谁在这个单位任过职, 从何时到何时?", en = "Everyone who held a post at the unit, newest first; starts and ends as exact as their sources." }
// access = 2
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The unit's id" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.tenure]
// type = "text"
// meaning = { zh = "任职编号", en = "Tenure id" }
//
// [columns.cadre]
// type = "text"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
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
//
// [columns.kind]
// type = "text"
// meaning = { zh = "类型", en = "Kind" }
//
// [columns.written]
// type = "text"
// meaning = { zh = "材料中的写法", en = "As written" }
// ---
MATCH (u:Unit {id: $id})<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
RETURN t.id AS tenure, c.id AS cadre, c.name AS name, t.title AS title, t.start AS start, t.end AS end,
       t.end_status AS status, t.kind AS kind, t.unit_name AS written
ORDER BY t.end_status = 'current' DESC, start DESC, name, title, tenure
LIMIT $limit
