// ---
// title = { zh = "优秀比例", en = "Share of excellent" }
// question = { zh = "某年各单位年度考核优秀的比例是多少, 是否超过上限?", en = "What share of each unit's cadres was excellent in a year, and is it above the cap?" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// source = "公务员考核规定: 优秀等次一般掌握在百分之二十以内 (比例可改)"
// why = '''
// MATCH path = (a:Assessment)-[:OF]->(c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE u.id = $row.unit AND a.kind = '年度考核' AND a.year = $year AND t.kind = 'post'
// RETURN path
// '''
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度", en = "Year" }
// default = 2022
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
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
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
MATCH (a:Assessment {year: $year})-[:OF]->(c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE a.kind = '年度考核' AND t.kind = 'post' AND t.start <= toString($year) + '-12' AND (t.end > toString($year) + '-12' OR (t.end IS NULL AND t.end_status = 'current')) AND ($unit IS NULL OR u.id IN $unit)
WITH u, c, max(CASE WHEN a.grade = '优秀' THEN 1 ELSE 0 END) AS top
WITH u, count(c) AS assessed, sum(top) AS excellent
WITH u, assessed, excellent, round(excellent * 1000.0 / assessed) / 10.0 AS share
RETURN u AS unit, assessed, excellent, share, share > $cap AS above
ORDER BY share DESC, assessed DESC, u.name, u.id
