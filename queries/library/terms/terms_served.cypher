// ---
// title = { zh = "同一职务两届", en = "Two terms in one post" }
// question = { zh = "哪些干部在同一职务上已满两届 (十年)?", en = "Who has served two terms (ten years) in one post?" }
// sentence = { zh = "[{unit} ]在同一职务上满 {terms} 届、每届 {length} 年的干部", en = "Cadres[ of {unit}] who have served {terms} terms of {length} years in one post" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
// source = { zh = "党政领导干部职务任期暂行规定: 同一职位连续任职达到两个任期的, 不再任同一职务", en = "Interim Provisions on Terms of Office: after two terms in one post not the same post again" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE t.id = $row.tenure
// RETURN path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.terms]
// type = "integer"
// help = { zh = "满几届", en = "How many terms" }
// default = 2
// minimum = 1
// maximum = 5
//
// [parameters.length]
// type = "integer"
// help = { zh = "一届几年", en = "Years in a term" }
// default = 5
// minimum = 1
// maximum = 10
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
// type = "day"
// meaning = { zh = "起", en = "Since" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "月数", en = "Months" }
// unit = { zh = "月", en = "months" }
//
// [columns.inexact]
// type = "yes_no"
// meaning = { zh = "起始只知年份 (月数取下限)", en = "Start known by year only (months at least)" }
//
// [columns.served]
// type = "number"
// meaning = { zh = "届数", en = "Terms" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' AND t.start <= $as_of AND ($unit IS NULL OR u.id IN $unit)
WITH c, t, u, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(t.start) >= 7 THEN toInteger(left(t.start, 4)) * 12 + toInteger(substring(t.start, 5, 2)) ELSE toInteger(left(t.start, 4)) * 12 + 12 END) AS months, size(t.start) < 7 AS inexact
WHERE months + CASE WHEN inexact THEN 11 ELSE 0 END >= $terms * $length * 12
RETURN c AS cadre, u AS unit, t.title AS title, t.start AS since, months, inexact, round(months * 10.0 / ($length * 12)) / 10.0 AS served, t AS tenure
ORDER BY months DESC, c.name, c.id, u.name, title, t.id, u.id
