// ---
// title = { zh = "健康状况未采集", en = "Health not recorded" }
// question = { zh = "哪些现职干部没有健康状况记录或记录超过两年?", en = "Which serving cadres have no health category, or an old one?" }
// sentence = { zh = "[{unit} ]截至 {as_of} 没有健康状况记录或记录超过两年的现职干部", en = "Serving cadres[ of {unit}] with no health category or an old one on {as_of}" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.as_recorded]
// type = "day"
// meaning = { zh = "记录日期", en = "Recorded on" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
OPTIONAL MATCH (c)-[:HAS_HEALTH]->(h:HealthRecord)
WITH c, max(h.as_of) AS recorded
WHERE recorded IS NULL OR recorded < toString(toInteger(left($as_of, 4)) - 2) + substring($as_of, 4)
RETURN c AS cadre, recorded AS as_recorded
ORDER BY coalesce(as_recorded, ''), c.name, c.id
