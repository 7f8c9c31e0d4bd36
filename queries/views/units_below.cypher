// ---
// title = { zh = "单位及其下属单位", en = "A unit and what is below it" }
// question = { zh = "一个单位连同下属有哪些单位?", en = "A unit and all that is below it, at most eight levels down." }
// access = 2
//
// [parameters.unit]
// type = "text"
// help = { zh = "单位编号", en = "The unit's id" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
// ---
MATCH (top:Unit {id: $unit})<-[:PART_OF*0..8]-(u:Unit)
RETURN DISTINCT u.id AS id
ORDER BY id
