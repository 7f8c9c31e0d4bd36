// ---
// title = { zh = "岗位及其单位", en = "A post and its unit" }
// question = { zh = "一个岗位在哪个单位?", en = "One post and the unit it belongs to." }
// access = 2
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The post's id" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "名称", en = "Title" }
//
// [columns.unit_id]
// type = "text"
// meaning = { zh = "单位编号", en = "Unit id" }
//
// [columns.unit]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.stated]
// type = "yes_no"
// meaning = { zh = "有材料写明", en = "Stated by a document" }
// ---
MATCH (p:Post {id: $id})
OPTIONAL MATCH (p)-[:IN_UNIT]->(u:Unit)
RETURN p.id AS id, p.title AS title, u.id AS unit_id, u.name AS unit, p.subject IS NOT NULL AS stated
