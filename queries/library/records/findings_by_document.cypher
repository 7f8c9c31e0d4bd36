// ---
// title = { zh = "各材料的问题", en = "Findings by document" }
// question = { zh = "哪些材料问题最多?", en = "Which documents raised the most findings?" }
// sentence = { zh = "各材料的问题[，代码“{code}”]", en = "Findings by document[: {code}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随导入问题数线性增长", en = "linear in findings" }
// why = '''
// MATCH path = (f:Finding)-[:FOUND_IN]->(d:SourceDocument)
// WHERE d.id = $row.document
// RETURN path
// '''
//
// [parameters.document]
// type = "record"
// of = "SourceDocument"
// help = { zh = "某一材料", en = "One document" }
//
// [parameters.batch]
// type = "record"
// of = "ImportBatch"
// help = { zh = "某一批次的", en = "Those of one batch" }
//
// [parameters.code]
// type = "text"
// help = { zh = "问题代码", en = "A code" }
//
// [columns.document]
// type = "record"
// meaning = { zh = "材料", en = "Document" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "数量", en = "Count" }
//
// [columns.codes]
// type = "texts"
// meaning = { zh = "问题", en = "Codes" }
// ---
MATCH (f:Finding)-[:FOUND_IN]->(d:SourceDocument)
WHERE ($code IS NULL OR f.code = $code) AND ($document IS NULL OR d.id = $document) AND ($batch IS NULL OR EXISTS { MATCH (d)-[:IN_BATCH]->(b:ImportBatch) WHERE b.id = $batch })
WITH d, f ORDER BY f.code
RETURN d AS document, count(f) AS count, collect(DISTINCT f.code) AS codes
ORDER BY count DESC, d.title, d.id
