// title: 材料所在的导入批次
// description: For documents, who issued them and the batch that brought them in.
// param documents: texts = ids of documents
// returns: document_id, issuer, batch_id, started_at
MATCH (d:SourceDocument) WHERE d.id IN $documents
OPTIONAL MATCH (d)-[:IN_BATCH]->(b:ImportBatch)
RETURN d.id AS document_id, d.issuer AS issuer, b.id AS batch_id, b.started_at AS started_at
ORDER BY document_id, started_at
