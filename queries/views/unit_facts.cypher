// ---
// title = { zh = "单位及其上下级", en = "A unit, above and below" }
// question = { zh = "一个单位的上级、下级和岗位有哪些?", en = "One unit, what it belongs to, what is below it and its posts." }
// access = 2
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The unit's id" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
//
// [columns.short_name]
// type = "text"
// meaning = { zh = "简称", en = "Short name" }
//
// [columns.stated]
// type = "yes_no"
// meaning = { zh = "有材料写明", en = "Stated by a document" }
//
// [columns.chief_quota]
// type = "integer"
// meaning = { zh = "正职职数", en = "Principal posts allowed" }
//
// [columns.deputy_quota]
// type = "integer"
// meaning = { zh = "副职职数", en = "Deputy posts allowed" }
//
// [columns.above]
// type = "value"
// meaning = { zh = "上级单位", en = "Units above" }
//
// [columns.below]
// type = "value"
// meaning = { zh = "下级单位", en = "Units below" }
//
// [columns.posts]
// type = "value"
// meaning = { zh = "岗位", en = "Posts" }
// ---
MATCH (u:Unit {id: $id})
RETURN u.id AS id, u.name AS name, u.short_name AS short_name, u.subject IS NOT NULL AS stated,
  u.chief_quota AS chief_quota, u.deputy_quota AS deputy_quota,
  [(u)-[:PART_OF]->(a:Unit) | {id: a.id, name: a.name}] AS above,
  [(u)<-[:PART_OF]-(b:Unit) | {id: b.id, name: b.name}] AS below,
  [(u)<-[:IN_UNIT]-(p:Post) | {id: p.id, name: p.title}] AS posts
