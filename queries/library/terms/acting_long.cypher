// ---
// title = { zh = "长期主持工作或代理", en = "Acting for long" }
// question = { zh = "谁以代理或主持工作身份任职超过若干个月?", en = "Who has been acting head for longer than some months?" }
// also = { zh = "代理 主持工作", en = "acting" }
// sentence = { zh = "[{unit} ]截至 {as_of} 代理或主持工作超过 {months_over} 个月的干部", en = "Cadres[ of {unit}] acting for more than {months_over} months on {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
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
// [parameters.months_over]
// type = "integer"
// help = { zh = "超过几个月", en = "Longer than how many months" }
// default = 6
// minimum = 0
// maximum = 120
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
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.acting AND (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.start <= $as_of AND ($unit IS NULL OR u.id IN $unit)
WITH c, t, u, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(t.start) >= 7 THEN toInteger(left(t.start, 4)) * 12 + toInteger(substring(t.start, 5, 2)) END) AS months
WHERE months >= $months_over
RETURN c AS cadre, u AS unit, t.title AS title, t.start AS since, months, t AS tenure
ORDER BY months DESC, c.name, c.id, u.name, title, t.id, u.id
