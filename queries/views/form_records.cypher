// ---
// title = { zh = "干部的任免审批表", en = "Appointment forms of a cadre" }
// question = { zh = "这名干部现行的任免审批表有哪些, 最近的在前?", en = "The source records in force that keep a whole form about one cadre, newest form first." }
// access = 4
//
// [parameters.cadre]
// type = "text"
// help = { zh = "干部编号", en = "The cadre's id" }
//
// [columns.content]
// type = "value"
// meaning = { zh = "内容", en = "Content" }
//
// [columns.document]
// type = "text"
// meaning = { zh = "材料", en = "Document" }
//
// [columns.document_id]
// type = "text"
// meaning = { zh = "材料编号", en = "Document id" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
// ---
MATCH (record:SourceRecord {subject: $cadre})-[:PART_OF]->(document:SourceDocument)
WHERE record.known_to IS NULL AND document.importer IN ['lrmx', 'lrm']
RETURN record.content AS content, document.title AS document, document.id AS document_id,
  coalesce(record.form_date, document.form_date) AS date
ORDER BY date IS NULL, date DESC, record.recorded_at DESC, record.id
