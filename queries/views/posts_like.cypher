// ---
// title = { zh = "名称相近的岗位", en = "Posts of a similar title" }
// question = { zh = "职务名称里有这些字的岗位有哪些?", en = "Posts whose title, or unit and title together, hold the text; titles that begin with it first." }
// access = 2
//
// [parameters.text]
// type = "text"
// help = { zh = "查找的文字", en = "What was typed" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "名称", en = "Title" }
//
// [columns.unit]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
// ---
MATCH (p:Post)-[:IN_UNIT]->(u:Unit)
WHERE u.name + p.title CONTAINS $text
RETURN p.id AS id, p.title AS title, u.name AS unit
ORDER BY p.title STARTS WITH $text DESC, size(u.name), unit, title, id
LIMIT $limit
