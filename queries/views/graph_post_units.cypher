// ---
// title = { zh = "职务所在单位", en = "Units of posts" }
// question = { zh = "这些职务各在哪个单位?", en = "The unit of each of some posts, to tell posts of one title apart." }
// access = 2
//
// [parameters.ids]
// type = "texts"
// help = { zh = "职务编号", en = "Ids of posts" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "职务", en = "Post" }
//
// [columns.unit]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
// ---
UNWIND $ids AS id
MATCH (p:Post {id: id})-[:IN_UNIT]->(u:Unit)
RETURN id, u.name AS unit
ORDER BY id, unit
