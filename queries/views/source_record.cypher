// ---
// title = { zh = "一份来源记录", en = "A source record" }
// question = { zh = "一份来源记录是什么材料, 怎么来的?", en = "What kind of source a source record is, which document it is part of and how that came." }
// access = 2
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The source record's id" }
//
// [columns.subject]
// type = "text"
// meaning = { zh = "对象", en = "Subject" }
//
// [columns.origin]
// type = "text"
// meaning = { zh = "来源类型", en = "Origin" }
//
// [columns.author]
// type = "text"
// meaning = { zh = "作者", en = "Author" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.recorded_at]
// type = "text"
// meaning = { zh = "记入时间", en = "Recorded at" }
//
// [columns.known_to]
// type = "text"
// meaning = { zh = "失效时间", en = "In force until" }
//
// [columns.document]
// type = "text"
// meaning = { zh = "材料", en = "Document" }
//
// [columns.document_id]
// type = "text"
// meaning = { zh = "材料编号", en = "Document id" }
//
// [columns.importer]
// type = "text"
// meaning = { zh = "导入格式", en = "Importer" }
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
MATCH (s:SourceRecord {id: $id})-[:PART_OF]->(d:SourceDocument)
OPTIONAL MATCH (d)-[:IN_BATCH]->(b:ImportBatch)
RETURN s.subject AS subject, s.origin AS origin, s.author AS author, coalesce(s.form_date, d.form_date) AS date,
       s.recorded_at AS recorded_at, s.known_to AS known_to, d.title AS document, d.id AS document_id,
       d.importer AS importer, d.issuer AS issuer, b.id AS batch_id, b.started_at AS started_at
