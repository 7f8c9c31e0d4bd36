// ---
// title = { zh = "批次中的材料", en = "Documents of a batch" }
// question = { zh = "一个批次收了哪些材料, 各有多少记录和问题?", en = "Every document one batch took in, with how many records it holds and how many findings it raised." }
// access = 2
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The batch's id" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "名称", en = "Title" }
//
// [columns.importer]
// type = "text"
// meaning = { zh = "导入格式", en = "Importer" }
//
// [columns.form_date]
// type = "day"
// meaning = { zh = "填表日期", en = "Form date" }
//
// [columns.issuer]
// type = "text"
// meaning = { zh = "出具单位", en = "Issuer" }
//
// [columns.size]
// type = "integer"
// meaning = { zh = "大小", en = "Size" }
//
// [columns.records]
// type = "integer"
// meaning = { zh = "记录数", en = "Records" }
//
// [columns.findings]
// type = "integer"
// meaning = { zh = "问题数", en = "Findings" }
// ---
MATCH (d:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $id})
OPTIONAL MATCH (r:SourceRecord)-[:PART_OF]->(d)
WITH d, count(r) AS records
OPTIONAL MATCH (f:Finding)-[:FOUND_IN]->(d)
RETURN d.id AS id, d.title AS title, d.importer AS importer, d.form_date AS form_date, d.issuer AS issuer,
       d.size AS size, records, count(f) AS findings
ORDER BY d.title, d.id
