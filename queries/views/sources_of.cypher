// title: 若干事实的出处
// description: The places in documents that state these facts; the reader puts the facts' label in the place of Fact.
// param ids: texts = ids of facts
// returns: fact, document, document_id, record_id, date, locator, quote
MATCH (n:Fact)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument)
WHERE n.id IN $ids
RETURN n.id AS fact, document.title AS document, document.id AS document_id, record.id AS record_id,
  coalesce(record.form_date, document.form_date) AS date,
  coalesce(s.sheet + ' ', '') + coalesce('第' + toString(s.row) + '行', '') + coalesce('第' + toString(s.line) + '行', '') AS locator,
  coalesce(s.quote, '') AS quote
ORDER BY fact, document, locator, quote
