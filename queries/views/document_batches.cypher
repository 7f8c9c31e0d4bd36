// ---
// title = { zh = "材料所在的导入批次", en = "Batches of documents" }
// question = { zh = "这些材料是谁出具的, 由哪个批次导入?", en = "For documents, who issued them and the batch that brought them in." }
// access = 2
//
// [parameters.documents]
// type = "texts"
// help = { zh = "材料编号", en = "Ids of documents" }
//
// [columns.document_id]
// type = "text"
// meaning = { zh = "材料编号", en = "Document id" }
//
// [columns.issuer]
// type = "text"
// meaning = { zh = "出具单位", en = "Issuer" }
//
// [columns.batch_id]
// type = "text"
// meaning = { zh = "批次编号", en = "Batch id" }
//
// [columns.started_at]
// type = "text"
// meaning = { zh = "开始时间", en = "Started at" }
// ---
MATCH (d:SourceDocument) WHERE d.id IN $documents
OPTIONAL MATCH (d)-[:IN_BATCH]->(b:ImportBatch)
RETURN d.id AS document_id, d.issuer AS issuer, b.id AS batch_id, b.started_at AS started_at
ORDER BY document_id, started_at
