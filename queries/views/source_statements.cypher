// ---
// title = { zh = "来源记录说了什么", en = "What a source record says" }
// question = { zh = "一份来源记录说了哪些事实?", en = "The facts that one source record states, with the place and the words of each." }
// access = 4
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The source record's id" }
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
MATCH (:SourceRecord {id: $id})<-[:STATED_IN]-(n)
WHERE labels(n)[0] IN $labels
WITH DISTINCT n
RETURN labels(n)[0] AS label, properties(n) AS properties,
  [(n)-[r]->(o) WHERE type(r) <> 'STATED_IN' |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS outgoing,
  [(n)<-[r]-(o) |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord {id: $id})-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
ORDER BY label, properties.id
