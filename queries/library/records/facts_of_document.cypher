// ---
// title = { zh = "某份材料说了什么", en = "What a document says" }
// question = { zh = "一份材料记载了哪几类事实, 各多少, 涉及多少个对象?", en = "Which kinds of facts does a document state, how many, about how many subjects?" }
// sentence = { zh = "“{document}”记载的内容", en = "What {document} says" }
// access = 4
// rows = 200
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随该材料的记载数增长", en = "grows with the statements of the document" }
// why = '''
// MATCH path = (n)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
// WHERE d.id = $document AND labels(n)[0] = $row.kind
// RETURN path
// ORDER BY n.id
// LIMIT 200
// '''
//
// [parameters.document]
// type = "record"
// of = "SourceDocument"
// help = { zh = "材料", en = "A document" }
// required = true
//
// [columns.kind]
// type = "text"
// meaning = { zh = "记录类型", en = "Record type" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "事实数", en = "Facts" }
//
// [columns.subjects]
// type = "integer"
// meaning = { zh = "涉及对象数", en = "Subjects" }
// ---
MATCH (d:SourceDocument)<-[:PART_OF]-(r:SourceRecord)<-[:STATED_IN]-(n)
WHERE d.id = $document
RETURN labels(n)[0] AS kind, count(DISTINCT n) AS count, count(DISTINCT r.subject) AS subjects
ORDER BY count DESC, kind
