// ---
// title = { zh = "按编号或名称取岗位", en = "Posts of an id or a title" }
// question = { zh = "编号或名称正好是这个的岗位有哪些?", en = "The posts of exactly this id, of this title, or of a unit and title written together." }
// access = 2
//
// [parameters.text]
// type = "text"
// help = { zh = "查找的文字", en = "An id, a title, or a unit's name and a title" }
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
WHERE p.id = $text OR p.title = $text OR u.name + p.title = $text
RETURN p.id AS id, p.title AS title, u.name AS unit
ORDER BY unit, title, id
