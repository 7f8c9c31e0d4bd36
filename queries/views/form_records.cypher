// title: 干部的任免审批表
// description: The source records in force that keep a whole form about one cadre, newest form first.
// param cadre: text = the cadre's id
// returns: content, document, document_id, date
MATCH (record:SourceRecord {subject: $cadre})-[:PART_OF]->(document:SourceDocument)
WHERE record.known_to IS NULL AND document.importer IN ['lrmx', 'lrm']
RETURN record.content AS content, document.title AS document, document.id AS document_id,
  coalesce(record.form_date, document.form_date) AS date
ORDER BY date IS NULL, date DESC, record.recorded_at DESC, record.id
