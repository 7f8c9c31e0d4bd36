// ---
// title = { zh = "一条记录", en = "A record" }
// question = { zh = "编号所指的记录叫什么?", en = "The record of one id, of any label; the reader puts the label in the place of Tenure." }
// access = 4
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The record's id" }
//
// [columns.label]
// type = "text"
// meaning = { zh = "记录类型", en = "Record type" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
// ---
MATCH (n:Tenure {id: $id})
RETURN labels(n)[0] AS label, properties(n) AS properties
