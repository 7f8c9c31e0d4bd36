// ---
// title = { zh = "一个事物的相邻事物（向内）", en = "Neighbours, inward" }
// question = { zh = "哪些事物以这种联系指向它?", en = "The things of one label that point at it by one relation, newest first; the reader puts the label of the thing in the place of Tenure." }
// access = 4
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The thing's id" }
//
// [parameters.type]
// type = "text"
// help = { zh = "联系", en = "The relation" }
//
// [parameters.label]
// type = "text"
// help = { zh = "另一端的类型", en = "The label of the other end" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
// ---
MATCH (n:Tenure {id: $id})<-[r]-(m)
WHERE type(r) = $type AND labels(m)[0] = $label
WITH DISTINCT m
RETURN m.id AS id
ORDER BY coalesce(m.start, m.date, toString(m.year), m.end, '') DESC, coalesce(m.name, m.title, ''), id
LIMIT $limit
