// title: 批次中的问题
// description: What the importers were not sure of in the documents of a batch, with its place, in the order of documents and places.
// param id: text = the batch's id
// param severity: text? = only findings of this severity: info, warning or error
// param code: text? = only findings of this code
// param skip: integer = how many findings to leave out at the start
// param limit: integer = most findings
// returns: id, severity, code, document_id, document, sheet, row, line, column, value, reason, cadre_id, cadre
MATCH (f:Finding)-[:FOUND_IN]->(d:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $id})
WHERE ($severity IS NULL OR f.severity = $severity) AND ($code IS NULL OR f.code = $code)
OPTIONAL MATCH (f)-[:ABOUT]->(c:Cadre)
RETURN f.id AS id, f.severity AS severity, f.code AS code, d.id AS document_id, d.title AS document, f.sheet AS sheet,
       f.row AS row, f.line AS line, f.column AS column, f.value AS value, f.reason AS reason, c.id AS cadre_id,
       c.name AS cadre
ORDER BY document, document_id, sheet, row, line, column, id
SKIP $skip LIMIT $limit
