// ---
// title = { zh = "若干事实的出处", en = "Sources of facts" }
// question = { zh = "这些事实出自哪些材料的哪里?", en = "The places in documents that state these facts; the reader puts the facts' label in the place of Tenure." }
// access = 4
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids of facts" }
//
// [columns.fact]
// type = "text"
// meaning = { zh = "事实编号", en = "Fact id" }
//
// [columns.document]
// type = "text"
// meaning = { zh = "材料", en = "Document" }
//
// [columns.document_id]
// type = "text"
// meaning = { zh = "材料编号", en = "Document id" }
//
// [columns.record_id]
// type = "text"
// meaning = { zh = "来源记录编号", en = "Source record id" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.locator]
// type = "text"
// meaning = { zh = "位置", en = "Place" }
//
// [columns.quote]
// type = "text"
// meaning = { zh = "原文", en = "Quote" }
// ---
MATCH (n:Tenure)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument)
WHERE n.id IN $ids
RETURN n.id AS fact, document.title AS document, document.id AS document_id, record.id AS record_id,
  coalesce(record.form_date, document.form_date) AS date,
  coalesce(s.sheet + ' ', '') + coalesce('第' + toString(s.row) + '行', '') + coalesce('第' + toString(s.line) + '行', '') AS locator,
  coalesce(s.quote, '') AS quote
ORDER BY fact, document, locator, quote
