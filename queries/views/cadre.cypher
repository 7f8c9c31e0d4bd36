// title: 干部
// description: One cadre, with the places that state the attributes.
// param cadre: text = the cadre's id
// param labels: texts = the labels the reader may see
// returns: label, properties, outgoing, incoming, sources
MATCH (n:Cadre {id: $cadre})
WHERE labels(n)[0] IN $labels
RETURN labels(n)[0] AS label, properties(n) AS properties,
  [] AS outgoing, [] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
