// ---
// title = { zh = "一条事实及其出处", en = "A fact and its sources" }
// question = { zh = "一条事实是什么, 出处在哪里?", en = "One fact of any label with its relations and the places that state it; the reader puts the fact's label in the place of Tenure." }
// access = 4
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The fact's id" }
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
MATCH (n:Tenure {id: $id})
RETURN labels(n)[0] AS label, properties(n) AS properties,
  [(n)-[r]->(o) WHERE type(r) <> 'STATED_IN' |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS outgoing,
  [(n)<-[r]-(o) |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
