// ---
// title = { zh = "多年未培训", en = "No training for years" }
// question = { zh = "谁若干年没有参加过培训?", en = "Who has attended no training for some years?" }
// also = { zh = "没培训 调训", en = "not trained" }
// sentence = { zh = "[{unit} ]截至 {as_of} 满 {years} 年没有培训的干部", en = "Cadres[ of {unit}] without training for {years} years on {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数和培训记录数线性增长", en = "linear in cadres and their courses" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.years]
// type = "integer"
// help = { zh = "几年", en = "How many years" }
// default = 5
// minimum = 1
// maximum = 40
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.last]
// type = "day"
// meaning = { zh = "最近培训", en = "Last course" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
OPTIONAL MATCH (c)-[:ATTENDED]->(t:Training) WHERE t.start <= $as_of
WITH c, max(t.start) AS last
WHERE last IS NULL OR last < toString(toInteger(left($as_of, 4)) - $years) + substring($as_of, 4)
RETURN c AS cadre, last, c.position_level AS level
ORDER BY coalesce(last, ''), c.name, c.id
