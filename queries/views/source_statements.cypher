// title: 来源记录说了什么
// description: The facts that one source record states, with the place and the words of each.
// param id: text = the source record's id
// param labels: texts = the labels the reader may see
// returns: label, properties, outgoing, incoming, sources
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
