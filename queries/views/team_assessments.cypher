// title: 班子考核
// description: The assessments of the teams of the units where a cadre served.
// param cadre: text = the cadre's id
// param labels: texts = the labels the reader may see
// returns: label, properties, outgoing, incoming, sources
MATCH (c:Cadre {id: $cadre})-[:HELD]->(:Tenure)-[:AT_UNIT]->(u:Unit)
WITH DISTINCT u
MATCH (u)<-[:LEADS]-(:LeadershipTeam)<-[:OF_TEAM]-(n:Assessment)
WHERE labels(n)[0] IN $labels
WITH DISTINCT n
RETURN labels(n)[0] AS label, properties(n) AS properties,
  [(n)-[r]->(o) WHERE type(r) <> 'STATED_IN' |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS outgoing,
  [(n)<-[r]-(o) |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
