// title: 有关该干部的导入问题
// description: What the importers were not sure of in the documents that speak of a cadre, with its place.
// param id: text = the cadre's id
// returns: id, severity, code, document_id, document, sheet, row, line, column, value, reason, batch_id
MATCH (f:Finding)-[:ABOUT]->(:Cadre {id: $id})
MATCH (f)-[:FOUND_IN]->(d:SourceDocument)
OPTIONAL MATCH (d)-[:IN_BATCH]->(b:ImportBatch)
RETURN f.id AS id, f.severity AS severity, f.code AS code, d.id AS document_id, d.title AS document, f.sheet AS sheet,
       f.row AS row, f.line AS line, f.column AS column, f.value AS value, f.reason AS reason, b.id AS batch_id
ORDER BY document, document_id, sheet, row, line, column, id
