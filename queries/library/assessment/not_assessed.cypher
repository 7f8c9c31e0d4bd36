// ---
// title = { zh = "缺年度考核", en = "Annual assessment missing" }
// question = { zh = "哪些现职干部某年没有年度考核?", en = "Which serving cadres have no annual assessment for a year?" }
// sentence = { zh = "[{unit} ]缺[ {year} 年]年度考核的现职干部", en = "Serving cadres[ of {unit}] without an annual assessment[ for {year}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数和年数线性增长", en = "linear in cadres and years" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度; 不写则为截至日之前的三年", en = "Year; the three before the day if left out" }
// minimum = 1950
// maximum = 2100
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.last]
// type = "integer"
// meaning = { zh = "最近考核年度", en = "Last assessed for" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
// ---
UNWIND range(coalesce($year, toInteger(left($as_of, 4)) - 3), coalesce($year, toInteger(left($as_of, 4)) - 1)) AS year
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit }) AND (c.work_start IS NULL OR c.work_start < toString(year))
OPTIONAL MATCH (c)<-[:OF]-(a:Assessment) WHERE a.kind = '年度考核'
WITH c, year, max(a.year) AS last, sum(CASE WHEN a.year = year THEN 1 ELSE 0 END) AS there
WHERE there = 0
RETURN c AS cadre, year, last, c.position_level AS level
ORDER BY year DESC, coalesce(last, 0), c.name, c.id
