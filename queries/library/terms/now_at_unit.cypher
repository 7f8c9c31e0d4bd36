// ---
// title = { zh = "某单位的现任干部", en = "Cadres now at a unit" }
// question = { zh = "谁现在在某个单位任职?", en = "Who now holds a post at a unit?" }
// also = { zh = "都有谁 在这里工作 干部名单", en = "who works here list" }
// sentence = { zh = "[{unit} ]现任干部", en = "Cadres now[ at {unit}]" }
// access = 2
// rows = 500
// seconds = 10
// shows = ["table", "graph"]
// growth = { zh = "不写单位时随现任职数线性增长", en = "without a unit linear in the posts held now" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = $row.cadre AND u.id = $row.unit AND t.end_status = 'current'
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
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务", en = "Post" }
//
// [columns.since]
// type = "month"
// meaning = { zh = "任职时间", en = "Since" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.end_status = 'current' AND ($unit IS NULL OR u.id IN $unit)
RETURN c AS cadre, u AS unit, coalesce(t.title, t.rank) AS title, left(t.start, 7) AS since
ORDER BY u.name, c.name, c.id, title, since, u.id
