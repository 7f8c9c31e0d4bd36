// ---
// title = { zh = "批次中的问题", en = "Findings of a batch" }
// question = { zh = "一个批次的材料里有哪些拿不准的地方, 在哪里?", en = "What the importers were not sure of in the documents of a batch, with its place, in the order of documents and places." }
// access = 2
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The batch's id" }
//
// [parameters.severity]
// type = "text"
// help = { zh = "只看这一级的问题", en = "Only findings of this severity: info, warning or error" }
//
// [parameters.code]
// type = "text"
// help = { zh = "只看这一类的问题", en = "Only findings of this code" }
//
// [parameters.skip]
// type = "integer"
// help = { zh = "略过开头几行", en = "How many findings to leave out at the start" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "Most findings" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.severity]
// type = "text"
// meaning = { zh = "级别", en = "Severity" }
//
// [columns.code]
// type = "text"
// meaning = { zh = "问题类别", en = "Code" }
//
// [columns.document_id]
// type = "text"
// meaning = { zh = "材料编号", en = "Document id" }
//
// [columns.document]
// type = "text"
// meaning = { zh = "材料", en = "Document" }
//
// [columns.sheet]
// type = "text"
// meaning = { zh = "表", en = "Sheet" }
//
// [columns.row]
// type = "integer"
// meaning = { zh = "行", en = "Row" }
//
// [columns.line]
// type = "integer"
// meaning = { zh = "行(文本)", en = "Line" }
//
// [columns.column]
// type = "text"
// meaning = { zh = "列", en = "Column" }
//
// [columns.value]
// type = "text"
// meaning = { zh = "值", en = "Value" }
//
// [columns.reason]
// type = "text"
// meaning = { zh = "原因", en = "Reason" }
//
// [columns.reason_en]
// type = "text"
// meaning = { zh = "英文原因", en = "Reason in English" }
//
// [columns.cadre_id]
// type = "text"
// meaning = { zh = "干部编号", en = "Cadre id" }
//
// [columns.cadre]
// type = "text"
// meaning = { zh = "干部", en = "Cadre" }
// ---
MATCH (f:Finding)-[:FOUND_IN]->(d:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $id})
WHERE ($severity IS NULL OR f.severity = $severity) AND ($code IS NULL OR f.code = $code)
OPTIONAL MATCH (f)-[:ABOUT]->(c:Cadre)
RETURN f.id AS id, f.severity AS severity, f.code AS code, d.id AS document_id, d.title AS document, f.sheet AS sheet,
       f.row AS row, f.line AS line, f.column AS column, f.value AS value, f.reason AS reason,
       f.reason_en AS reason_en, c.id AS cadre_id, c.name AS cadre
ORDER BY document, document_id, sheet, row, line, column, id
SKIP $skip LIMIT $limit
