// title: 一份来源记录
// description: What kind of source a source record is, which document it is part of and how that came.
// param id: text = the source record's id
// returns: subject, origin, author, date, recorded_at, known_to, document, document_id, importer, issuer, batch_id, started_at
MATCH (s:SourceRecord {id: $id})-[:PART_OF]->(d:SourceDocument)
OPTIONAL MATCH (d)-[:IN_BATCH]->(b:ImportBatch)
RETURN s.subject AS subject, s.origin AS origin, s.author AS author, coalesce(s.form_date, d.form_date) AS date,
       s.recorded_at AS recorded_at, s.known_to AS known_to, d.title AS document, d.id AS document_id,
       d.importer AS importer, d.issuer AS issuer, b.id AS batch_id, b.started_at AS started_at
