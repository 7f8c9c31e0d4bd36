// ---
// title = { zh = "单位的任职", en = "Posts held at units" }
// question = { zh = "在这些单位谁任过职?", en = "Every post that anybody held at these units, newest first; memberships and bare ranks are left out." }
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
// [columns.post]
// type = "text"
// meaning = { zh = "现任职务", en = "Post" }
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
// [columns.category]
// type = "text"
// meaning = { zh = "成员类别", en = "Principal or deputy" }
// ---
UNWIND $units AS unit
MATCH (u:Unit {id: unit})<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE NOT t.kind IN ['membership', 'rank']
OPTIONAL MATCH (t)-[:OF_POST]->(p:Post)
RETURN t.id AS id, c.id AS cadre, c.name AS name, u.id AS unit, u.name AS unit_name, p.id AS post,
  coalesce(t.title, t.rank) AS title, t.start AS start, t.end AS end, t.end_status AS status, t.kind AS kind,
  t.member_category AS category
ORDER BY start DESC, id, unit, post
LIMIT $limit
