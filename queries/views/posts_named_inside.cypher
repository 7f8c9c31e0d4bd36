// ---
// title = { zh = "文字里提到的岗位", en = "Posts named in a text" }
// question = { zh = "这些单位的哪些岗位的名称写在这段文字里?", en = "The posts of these units whose title stands in a text." }
// access = 2
//
// [parameters.units]
// type = "texts"
// help = { zh = "单位编号", en = "Ids of units" }
//
// [parameters.text]
// type = "text"
// help = { zh = "一段文字", en = "A text" }
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
// meaning = { zh = "单位编号", en = "Id of the unit" }
//
// [columns.unit_name]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
// ---
MATCH (u:Unit)<-[:IN_UNIT]-(p:Post)
WHERE u.id IN $units AND size(p.title) > 1 AND $text CONTAINS p.title
RETURN p.id AS id, p.title AS title, u.id AS unit, u.name AS unit_name
ORDER BY size(p.title) DESC, p.title, u.name, p.id
LIMIT 6
