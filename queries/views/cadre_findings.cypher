// title: 有关该干部的导入问题
// description: What the importers were not sure of in the documents about one cadre: of a form everything, of a workbook what stands in rows that state something of this cadre.
// param cadre: text = the cadre's id
// returns: id, severity, code, document_id, document, sheet, row, line, column, value, reason
MATCH (s:SourceRecord {subject: $cadre})-[:PART_OF]->(d:SourceDocument)
WHERE s.known_to IS NULL
WITH d, collect(s) AS records
UNWIND records AS s
OPTIONAL MATCH (s)<-[place:STATED_IN]-()
WITH d, collect(DISTINCT place.sheet + '#' + toString(place.row)) AS places
MATCH (f:Finding)-[:FOUND_IN]->(d)
WHERE (f.sheet IS NULL AND f.row IS NULL) OR f.sheet + '#' + toString(f.row) IN places
RETURN f.id AS id, f.severity AS severity, f.code AS code, d.id AS document_id, d.title AS document, f.sheet AS sheet,
       f.row AS row, f.line AS line, f.column AS column, f.value AS value, f.reason AS reason
ORDER BY document, document_id, sheet, row, line, column, id
