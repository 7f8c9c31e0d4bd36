// ---
// title = { zh = "单位身份信息", en = "What tells units apart" }
// question = { zh = "每个单位能认出是哪个机构的信息有哪些?", en = "What is known of every unit that may tell which body it is, or of those named; in the order of their ids." }
// access = 2
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids of units; null for all" }
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
// [columns.code]
// type = "text"
// meaning = { zh = "问题类别", en = "Code" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "级别", en = "Level" }
//
// [columns.parent]
// type = "text"
// meaning = { zh = "上级单位", en = "Parent" }
//
// [columns.parent_name]
// type = "text"
// meaning = { zh = "上级单位名称", en = "Name of the parent" }
//
// [columns.stated]
// type = "yes_no"
// meaning = { zh = "有材料写明", en = "Stated by a document" }
//
// [columns.successors]
// type = "texts"
// meaning = { zh = "更名后单位", en = "Units known to have succeeded it" }
//
// [columns.posts]
// type = "value"
// meaning = { zh = "岗位", en = "Posts" }
// ---
MATCH (u:Unit) WHERE u.name IS NOT NULL AND ($ids IS NULL OR u.id IN $ids)
OPTIONAL MATCH (u)-[:PART_OF]->(a:Unit)
WITH u, min(a.id) AS parent, min(a.name) AS parent_name
RETURN u.id AS id, u.name AS name, u.short_name AS short_name, u.code AS code, u.level AS level, parent, parent_name,
  u.subject IS NOT NULL AS stated,
  [(u)-[:SUCCEEDED_BY]->(later:Unit) | later.id] AS successors,
  [(u)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre) WHERE t.kind <> 'membership' | [c.id, t.title, t.start, t.end]] AS posts
ORDER BY id
