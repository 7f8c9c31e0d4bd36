// ---
// title = { zh = "若干单位的岗位", en = "Posts of units" }
// question = { zh = "这些单位有哪些岗位?", en = "The posts of these units." }
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
// [columns.unit]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.post]
// type = "text"
// meaning = { zh = "现任职务", en = "Post" }
// ---
UNWIND $units AS unit
MATCH (u:Unit {id: unit})<-[:IN_UNIT]-(p:Post)
RETURN u.id AS unit, p.id AS post
ORDER BY unit, p.member_category, p.title, post
LIMIT $limit
