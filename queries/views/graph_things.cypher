// ---
// title = { zh = "图上的事物", en = "Things by id" }
// question = { zh = "这些编号的事物是什么?", en = "Things of one label by their ids; the reader puts the label in the place of Tenure." }
// access = 4
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids of things" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
// ---
UNWIND $ids AS id
MATCH (n:Tenure {id: id})
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
