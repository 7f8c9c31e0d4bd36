// ---
// title = { zh = "图上事物之间的联系", en = "Relations between things" }
// question = { zh = "图上这些事物之间有哪些联系?", en = "Every relation that starts at one of these things; the reader puts their label in the place of Tenure." }
// access = 4
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids of things" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "Start" }
//
// [columns.type]
// type = "text"
// meaning = { zh = "联系", en = "Relation" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "End" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
// ---
UNWIND $ids AS id
MATCH (n:Tenure {id: id})-[r]->(m)
WHERE type(r) <> 'STATED_IN'
RETURN n.id AS start, type(r) AS type, m.id AS end, properties(r) AS properties
ORDER BY start, type, end
