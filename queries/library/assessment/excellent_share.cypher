// ---
// title = { zh = "优秀比例", en = "Share of excellent" }
// question = { zh = "某年各单位年度考核优秀的比例是多少, 是否超过上限?", en = "What share of each unit's cadres was excellent in a year, and is it above the cap?" }
// sentence = { zh = "[{unit} ][{year} 年]年度考核优秀比例，上限 {cap}%，不少于 {at_least} 人的单位", en = "Share of excellent[ in {year}][ at {unit}], cap {cap} %, units of {at_least} or more" }
// access = 3
// rows = 1000
// seconds = 60
// shows = ["table", "bar"]
// growth = { zh = "不写年度时随年度考核总数增长", en = "without a year it grows with all annual assessments" }
// source = { zh = "公务员考核规定: 优秀等次一般掌握在百分之二十以内 (比例可改)", en = "Provisions on the Assessment of Civil Servants: excellent grades as a rule within 20 per cent (the share can be changed)" }
// why = '''
// MATCH path = (a:Assessment)-[:OF]->(c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE u.id = $row.unit AND a.kind = '年度考核' AND a.year = $row.year AND t.kind = 'post'
//   AND t.start <= toString(a.year) + '-12' AND (t.end > toString(a.year) + '-12' OR (t.end IS NULL AND t.end_status = 'current'))
// RETURN path
// '''
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度", en = "Year" }
// minimum = 1950
// maximum = 2100
//
// [parameters.cap]
// type = "integer"
// help = { zh = "上限 (%)", en = "Cap (%)" }
// default = 20
// minimum = 0
// maximum = 100
//
// [parameters.at_least]
// type = "integer"
// help = { zh = "考核人数至少几人的单位", en = "Only units with at least so many assessed" }
// default = 3
// minimum = 1
// maximum = 1000
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.assessed]
// type = "integer"
// meaning = { zh = "参加考核", en = "Assessed" }
//
// [columns.excellent]
// type = "integer"
// meaning = { zh = "优秀", en = "Excellent" }
//
// [columns.share]
// type = "number"
// meaning = { zh = "占比", en = "Share" }
// unit = { zh = "%", en = "%" }
//
// [columns.above]
// type = "yes_no"
// meaning = { zh = "超过上限", en = "Above the cap" }
// ---
MATCH (c:Cadre)<-[:OF]-(a:Assessment)
WHERE a.kind = '年度考核' AND ($year IS NULL OR a.year = $year)
WITH c, a.year AS year, max(CASE WHEN a.grade = '优秀' THEN 1 ELSE 0 END) AS top
WITH c, collect({year: year, last: toString(year) + '-12', top: top}) AS years, toString(min(year)) + '-12' AS first
MATCH (c)-[:HELD]->(t:Tenure)
WHERE t.kind = 'post' AND (t.end > first OR (t.end IS NULL AND t.end_status = 'current'))
MATCH (t)-[:AT_UNIT]->(u:Unit)
WHERE ($unit IS NULL OR u.id IN $unit)
WITH c, u, years, t.start AS start, coalesce(t.end, '9999-99') AS end
UNWIND years AS one
WITH c, u, one, start, end
WHERE start <= one.last AND end > one.last
WITH u, one.year AS year, c, max(one.top) AS top
WITH u, year, count(c) AS assessed, sum(top) AS excellent
WHERE assessed >= $at_least
WITH u, year, assessed, excellent, round(excellent * 1000.0 / assessed) / 10.0 AS share
RETURN u AS unit, year, assessed, excellent, share, share > $cap AS above
ORDER BY year DESC, share DESC, assessed DESC, u.name, u.id
