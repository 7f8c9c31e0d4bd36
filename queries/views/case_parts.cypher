// ---
// title = { zh = "选任案卷里的记录", en = "The records of a selection case" }
// question = { zh = "一个选任案卷走了哪些步骤, 有哪些推荐、核查、结论和议题?", en = "Every record that belongs to a selection case, with its relations and the places that state it." }
// access = 4
//
// [parameters.id]
// type = "text"
// help = { zh = "案卷的记录编号", en = "The case's id" }
//
// [parameters.labels]
// type = "texts"
// help = { zh = "读者可见的记录类型", en = "Record types the reader may see" }
//
// [columns.label]
// type = "text"
// meaning = { zh = "记录类型", en = "Record type" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
//
// [columns.outgoing]
// type = "value"
// meaning = { zh = "由它指出的关系", en = "Relations from it" }
//
// [columns.incoming]
// type = "value"
// meaning = { zh = "指向它的关系", en = "Relations to it" }
//
// [columns.sources]
// type = "value"
// meaning = { zh = "出处", en = "Sources" }
// ---
MATCH (k:SelectionCase {id: $id})--(n)
WHERE n.subject IS NOT NULL AND labels(n)[0] IN $labels
WITH DISTINCT n ORDER BY n.id
RETURN labels(n)[0] AS label, properties(n) AS properties,
  [(n)-[r]->(o) WHERE type(r) <> 'STATED_IN' |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS outgoing,
  [(n)<-[r]-(o) |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
