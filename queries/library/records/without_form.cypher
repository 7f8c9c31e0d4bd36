// ---
// title = { zh = "没有任免审批表的干部", en = "Cadres without an appointment form" }
// question = { zh = "哪些现职干部没有导入过干部任免审批表?", en = "Of which cadres in post was no appointment form imported?" }
// sentence = { zh = "[{unit} ]没有导入过任免审批表的[ {level} ]现职干部", en = "Cadres in post[ at {unit}][ ({level})] without an appointment form" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数增长", en = "grows with the number of cadres" }
// why = '''
// MATCH (c:Cadre)
// WHERE c.id = $row.cadre
// OPTIONAL MATCH path = (c)-[:STATED_IN]->(:SourceRecord)-[:PART_OF]->(:SourceDocument)
// RETURN c, path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "现职务层次", en = "Level" }
//
// [columns.documents]
// type = "integer"
// meaning = { zh = "其他材料数", en = "Other documents" }
//
// [columns.newest]
// type = "day"
// meaning = { zh = "最新材料日期", en = "Newest" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit) WHERE t.end_status = 'current' AND v.id IN $unit })
  AND NOT EXISTS { MATCH (c)-[:STATED_IN]->(f:SourceRecord) WHERE f.origin = 'personnel_form' }
OPTIONAL MATCH (c)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
WITH c, count(DISTINCT d) AS documents, max(coalesce(r.form_date, d.form_date)) AS newest
RETURN c AS cadre, c.position_level AS level, documents, newest
ORDER BY documents, c.name, c.id
