// ---
// title = { zh = "某人的材料", en = "Documents of a cadre" }
// question = { zh = "一名干部的信息来自哪些材料?", en = "Which documents state something about a cadre?" }
// sentence = { zh = "{cadre} 的材料", en = "Documents about {cadre}" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "只看一名干部的记录, 与图库大小无关", en = "the records of one cadre, whatever the size of the graph" }
// why = '''
// MATCH path = (c:Cadre {id: $cadre})--(n)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
// WHERE d.id = $row.document
// RETURN path
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
// required = true
//
// [columns.document]
// type = "record"
// meaning = { zh = "材料", en = "Document" }
//
// [columns.importer]
// type = "text"
// meaning = { zh = "格式", en = "Format" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.facts]
// type = "integer"
// meaning = { zh = "陈述条数", en = "Facts stated" }
// ---
MATCH (c:Cadre {id: $cadre})--(n)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
RETURN d AS document, d.importer AS importer, max(coalesce(r.form_date, d.form_date)) AS date, count(DISTINCT n) AS facts
ORDER BY date DESC, d.title, d.id
