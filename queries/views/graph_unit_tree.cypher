// ---
// title = { zh = "单位及其下属单位", en = "A unit and what is below it" }
// question = { zh = "一个单位连同下属有哪些单位, 各属于谁?", en = "A unit and all that is below it, at most eight levels down, with the unit each belongs to." }
// access = 2
//
// [parameters.unit]
// type = "text"
// help = { zh = "单位编号", en = "The unit's id" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.parent]
// type = "text"
// meaning = { zh = "上级单位", en = "Parent" }
//
// [columns.depth]
// type = "integer"
// meaning = { zh = "层", en = "Depth" }
// ---
MATCH path = (top:Unit {id: $unit})<-[:PART_OF*0..8]-(u:Unit)
OPTIONAL MATCH (u)-[:PART_OF]->(parent:Unit)
WITH u, parent, min(length(path)) AS depth
RETURN u.id AS id, parent.id AS parent, depth
ORDER BY depth, u.sort_order, u.name, id, parent
LIMIT $limit
