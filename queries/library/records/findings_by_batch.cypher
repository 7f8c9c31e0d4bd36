// ---
// title = { zh = "各批次的问题", en = "Findings by batch" }
// question = { zh = "每个导入批次有哪些问题, 各多少?", en = "Which findings did each batch raise?" }
// sentence = { zh = "各批次的[ {severity} ]问题", en = "Findings[ ({severity})] by batch" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随导入问题数线性增长", en = "linear in findings" }
// why = '''
// MATCH path = (f:Finding)-[:FOUND_IN]->(d:SourceDocument)-[:IN_BATCH]->(b:ImportBatch)
// WHERE b.id = $row.batch AND f.code = $row.code
// RETURN path
// '''
//
// [parameters.batch]
// type = "record"
// of = "ImportBatch"
// help = { zh = "某一批次", en = "One batch" }
//
// [parameters.severity]
// type = "one_of"
// help = { zh = "程度", en = "Severity" }
// choices = "severity"
//
// [columns.batch]
// type = "record"
// meaning = { zh = "批次", en = "Batch" }
//
// [columns.code]
// type = "text"
// meaning = { zh = "问题", en = "Code" }
//
// [columns.severity]
// type = "text"
// meaning = { zh = "程度", en = "Severity" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "数量", en = "Count" }
// ---
MATCH (f:Finding)-[:FOUND_IN]->(d:SourceDocument)-[:IN_BATCH]->(b:ImportBatch)
WHERE ($severity IS NULL OR f.severity = $severity) AND ($batch IS NULL OR b.id = $batch)
RETURN b AS batch, f.code AS code, f.severity AS severity, count(f) AS count
ORDER BY b.started_at DESC, b.id, count DESC, code, severity
