// ---
// title = { zh = "缺关键信息", en = "Key fields missing" }
// question = { zh = "哪些现职干部缺关键信息?", en = "Which key fields are missing, and for whom?" }
// also = { zh = "缺什么 信息不全 缺项 没填", en = "incomplete missing data gaps" }
// sentence = { zh = "[{unit} ]缺关键信息的现职干部", en = "Serving cadres[ of {unit}] with key fields missing" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
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
// [columns.count]
// type = "integer"
// meaning = { zh = "缺几项", en = "Missing" }
//
// [columns.missing]
// type = "texts"
// meaning = { zh = "缺什么", en = "Which" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
WITH c, [field IN [CASE WHEN c.birth_month IS NULL THEN '出生年月' END, CASE WHEN c.work_start IS NULL THEN '参加工作时间' END, CASE WHEN c.political_status IS NULL THEN '政治面貌' END, CASE WHEN c.position_level IS NULL THEN '现职务层次' END, CASE WHEN c.position_level_since IS NULL THEN '任现职务层次时间' END, CASE WHEN c.native_place IS NULL THEN '籍贯' END, CASE WHEN c.entry_source IS NULL THEN '来源' END] WHERE field IS NOT NULL] AS missing
WHERE size(missing) > 0
RETURN c AS cadre, size(missing) AS count, missing
ORDER BY count DESC, c.name, c.id
