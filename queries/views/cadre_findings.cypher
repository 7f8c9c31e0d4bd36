// ---
// title = { zh = "有关该干部的导入问题", en = "Findings about a cadre" }
// question = { zh = "说到这名干部的材料里有哪些拿不准的地方?", en = "What the importers were not sure of in the documents about one cadre: of a form everything, of a workbook what stands in rows that state something of this cadre." }
// access = 4
//
// [parameters.cadre]
// type = "text"
// help = { zh = "干部编号", en = "The cadre's id" }
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
// ---
MATCH (s:SourceRecord {subject: $cadre})-[:PART_OF]->(d:SourceDocument)
WHERE s.known_to IS NULL
WITH d, collect(s) AS records
UNWIND records AS s
OPTIONAL MATCH (s)<-[place:STATED_IN]-()
WITH d, collect(DISTINCT place.sheet + '#' + toString(place.row)) AS places
MATCH (f:Finding)-[:FOUND_IN]->(d)
WHERE (f.sheet IS NULL AND f.row IS NULL) OR f.sheet + '#' + toString(f.row) IN places
RETURN f.id AS id, f.severity AS severity, f.code AS code, d.id AS document_id, d.title AS document, f.sheet AS sheet,
       f.row AS row, f.line AS line, f.column AS column, f.value AS value, f.reason AS reason
ORDER BY document, document_id, sheet, row, line, column, id
