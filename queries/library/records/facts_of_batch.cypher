// ---
// title = { zh = "各批次带来的内容", en = "What a batch brought" }
// question = { zh = "每个导入批次从哪类材料带来多少份材料、多少条记载?", en = "How many documents and statements did each batch bring, from which kinds of source?" }
// sentence = { zh = "[{since} 以来]各批次带来的内容[，格式“{importer}”]", en = "What the batches[ since {since}] brought[, read as {importer}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随记载总数增长", en = "grows with the number of statements" }
// why = '''
// MATCH path = (b:ImportBatch)<-[:IN_BATCH]-(d:SourceDocument)
// WHERE b.id = $row.batch AND d.importer = $row.importer
// RETURN path
// ORDER BY d.title, d.id
// LIMIT 200
// '''
//
// [parameters.batch]
// type = "record"
// of = "ImportBatch"
// help = { zh = "某一批次", en = "One batch" }
//
// [parameters.importer]
// type = "text"
// help = { zh = "导入器, 如 lrmx", en = "Importer, such as lrmx" }
//
// [parameters.since]
// type = "day"
// help = { zh = "自哪一天导入", en = "Imported since" }
//
// [columns.batch]
// type = "record"
// meaning = { zh = "批次", en = "Batch" }
//
// [columns.importer]
// type = "text"
// meaning = { zh = "导入器", en = "Importer" }
//
// [columns.origin]
// type = "text"
// meaning = { zh = "来源类别", en = "Origin" }
//
// [columns.documents]
// type = "integer"
// meaning = { zh = "材料数", en = "Documents" }
//
// [columns.statements]
// type = "integer"
// meaning = { zh = "记载数", en = "Statements" }
//
// [columns.subjects]
// type = "integer"
// meaning = { zh = "涉及对象数", en = "Subjects" }
// ---
MATCH (b:ImportBatch)<-[:IN_BATCH]-(d:SourceDocument)<-[:PART_OF]-(r:SourceRecord)
WHERE ($batch IS NULL OR b.id = $batch) AND ($importer IS NULL OR d.importer = $importer) AND ($since IS NULL OR b.started_at >= $since)
RETURN b AS batch, d.importer AS importer, coalesce(r.origin, '不详') AS origin, count(DISTINCT d) AS documents, count(r) AS statements, count(DISTINCT r.subject) AS subjects
ORDER BY b.started_at DESC, b.id, importer, origin
