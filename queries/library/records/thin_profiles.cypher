// ---
// title = { zh = "材料单薄的干部", en = "Thin profiles" }
// question = { zh = "哪些现职干部的材料份数最少?", en = "Of which serving cadres are there the fewest documents?" }
// also = { zh = "材料少 了解不够 缺证据 不了解", en = "little known few evidence" }
// sentence = { zh = "[{unit} ]材料不多于 {at_most} 份的现职干部", en = "Serving cadres[ of {unit}] with no more than {at_most} document(s)" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre
// OPTIONAL MATCH path = (c)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
// RETURN c, path
// '''
//
// [parameters.at_most]
// type = "integer"
// help = { zh = "至多几份", en = "At most how many documents" }
// default = 1
// minimum = 0
// maximum = 1000
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.documents]
// type = "integer"
// meaning = { zh = "材料份数", en = "Documents" }
//
// [columns.newest]
// type = "day"
// meaning = { zh = "最新材料", en = "Newest" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
OPTIONAL MATCH (c)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
WITH c, count(DISTINCT d) AS documents, max(coalesce(r.form_date, d.form_date)) AS newest
WHERE documents <= $at_most
RETURN c AS cadre, documents, newest
ORDER BY documents, newest, c.name, c.id
