// ---
// title = { zh = "学历结构", en = "Education of serving cadres" }
// question = { zh = "现任干部的最高学历各有多少人?", en = "How many serving cadres are there by diploma?" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// why = '''
// MATCH path = (c:Cadre)-[:STUDIED]->(e:Education)
// WHERE coalesce(e.level, '不详') = $row.value AND ($mode IS NULL OR e.mode = $mode) AND ($unit IS NULL OR true)
// RETURN path
// ORDER BY c.id LIMIT 50
// '''
//
// [parameters.mode]
// type = "one_of"
// help = { zh = "教育类别", en = "Full-time or in-service" }
// choices = "education_mode"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.value]
// type = "text"
// meaning = { zh = "学历", en = "Diploma" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Cadres" }
// ---
MATCH (c:Cadre)-[:STUDIED]->(e:Education)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($mode IS NULL OR e.mode = $mode)
  AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
RETURN coalesce(e.level, '不详') AS value, count(DISTINCT c) AS count
ORDER BY count DESC, value
