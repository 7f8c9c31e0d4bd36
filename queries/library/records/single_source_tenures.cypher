// ---
// title = { zh = "只有一个来源的任职", en = "Tenures with one source" }
// question = { zh = "哪些现任职务只有一份材料说到?", en = "Which present posts does only one document state?" }
// sentence = { zh = "[{unit} ]只有一份材料说到的现任职务", en = "Present posts[ at {unit}] that only one document states" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)
// WHERE t.id = $row.record
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.record]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
//
// [columns.document]
// type = "text"
// meaning = { zh = "材料", en = "Document" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.end_status = 'current' AND t.kind = 'post' AND ($unit IS NULL OR u.id IN $unit)
MATCH (t)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
WITH c, t, collect(DISTINCT d.title) AS documents
WHERE size(documents) = 1
RETURN c AS cadre, t AS record, documents[0] AS document
ORDER BY c.name, c.id, t.id
