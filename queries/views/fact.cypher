// title: 一条事实及其出处
// description: One fact of any label with its relations and the places that state it; the reader puts the fact's label in the place of Fact.
// param id: text = the fact's id
// returns: label, properties, outgoing, incoming, sources
MATCH (n:Fact {id: $id})
WHERE n.subject IS NOT NULL
RETURN labels(n)[0] AS label, properties(n) AS properties,
  [(n)-[r]->(o) WHERE type(r) <> 'STATED_IN' |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS outgoing,
  [(n)<-[r]-(o) |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
