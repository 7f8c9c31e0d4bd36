// title: 这条判断所依据的记录
// description: The records that one leaf of an image tree hangs on, each with the source record that states it and the place in it.
// param records: texts = the ids of the records
// param sources: texts = the ids of the source records that state them
// returns: id, label, properties, source, document, sheet, row, line, quote
MATCH (n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument)
WHERE record.id IN $sources AND n.id IN $records
RETURN n.id AS id, labels(n)[0] AS label, properties(n) AS properties, record.id AS source, document.title AS document,
  s.sheet AS sheet, s.row AS row, s.line AS line, s.quote AS quote
ORDER BY id, source, sheet, row, line
