// title: 说到该干部的材料
// description: The source records in force about one cadre, newest form first: where a gap was looked for.
// param cadre: text = the cadre's id
// returns: document, document_id, record_id, importer, date, author, origin
MATCH (record:SourceRecord {subject: $cadre})-[:PART_OF]->(document:SourceDocument)
WHERE record.known_to IS NULL
RETURN document.title AS document, document.id AS document_id, record.id AS record_id, document.importer AS importer,
  coalesce(record.form_date, document.form_date) AS date, record.author AS author, record.origin AS origin
ORDER BY date DESC, document_id, record_id
