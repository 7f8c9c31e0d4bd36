// ---
// title = { zh = "一个事物有哪些联系", en = "Relations of a thing, counted" }
// question = { zh = "一个事物各类联系有多少?", en = "How many relations a thing has, by type, direction and label of the other end; the reader puts the label in the place of Tenure." }
// access = 4
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The thing's id" }
//
// [columns.type]
// type = "text"
// meaning = { zh = "联系", en = "Relation" }
//
// [columns.outward]
// type = "yes_no"
// meaning = { zh = "由它指出", en = "Outward" }
//
// [columns.label]
// type = "text"
// meaning = { zh = "记录类型", en = "Record type" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "数量", en = "Number" }
// ---
CALL () {
  MATCH (n:Tenure {id: $id})-[r]->(m) WHERE type(r) <> 'STATED_IN'
  RETURN type(r) AS type, true AS outward, labels(m)[0] AS label, count(m) AS count
  UNION ALL
  MATCH (n:Tenure {id: $id})<-[r]-(m)
  RETURN type(r) AS type, false AS outward, labels(m)[0] AS label, count(m) AS count
}
RETURN type, outward, label, count
ORDER BY type, outward, label
