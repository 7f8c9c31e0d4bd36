// title: 批次中的材料
// description: Every document one batch took in, with how many records it holds and how many findings it raised.
// param id: text = the batch's id
// returns: id, title, importer, form_date, issuer, size, records, findings
MATCH (d:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $id})
OPTIONAL MATCH (r:SourceRecord)-[:PART_OF]->(d)
WITH d, count(r) AS records
OPTIONAL MATCH (f:Finding)-[:FOUND_IN]->(d)
RETURN d.id AS id, d.title AS title, d.importer AS importer, d.form_date AS form_date, d.issuer AS issuer,
       d.size AS size, records, count(f) AS findings
ORDER BY d.title, d.id
