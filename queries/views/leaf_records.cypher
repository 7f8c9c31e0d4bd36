// ---
// title = { zh = "这条判断所依据的记录", en = "What a leaf hangs on" }
// question = { zh = "形象树上的这条判断依据哪些记录?", en = "The records that one leaf of an image tree hangs on, each with the source record that states it and the place in it." }
// access = 4
//
// [parameters.records]
// type = "texts"
// help = { zh = "记录编号", en = "The ids of the records" }
//
// [parameters.sources]
// type = "texts"
// help = { zh = "来源记录编号", en = "The ids of the source records that state them" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.label]
// type = "text"
// meaning = { zh = "记录类型", en = "Record type" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
//
// [columns.source]
// type = "value"
// meaning = { zh = "出处", en = "Source" }
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
// [columns.quote]
// type = "text"
// meaning = { zh = "原文", en = "Quote" }
// ---
MATCH (n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument)
WHERE record.id IN $sources AND n.id IN $records
RETURN n.id AS id, labels(n)[0] AS label, properties(n) AS properties, record.id AS source, document.title AS document,
  s.sheet AS sheet, s.row AS row, s.line AS line, s.quote AS quote
ORDER BY id, source, sheet, row, line
