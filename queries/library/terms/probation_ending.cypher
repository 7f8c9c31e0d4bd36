// ---
// title = { zh = "试用期将满", en = "Probation ending" }
// question = { zh = "哪些新任领导职务的干部试用期将满?", en = "Whose probation in a leading post ends soon?" }
// also = { zh = "试用期 转正", en = "probation" }
// sentence = { zh = "[{unit} ]{as_of} 起 {within} 个月内试用期（{months} 个月）将满的干部", en = "Cadres[ of {unit}] whose probation of {months} months ends within {within} months of {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "不写单位时随现任职数线性增长", en = "without a unit linear in the posts held now" }
// source = { zh = "党政领导干部选拔任用工作条例: 非选举产生的领导职务试用期一年", en = "Regulations on the Selection and Appointment of Leading Cadres: a year of probation in leading posts that are not elected" }
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
// [parameters.months]
// type = "integer"
// help = { zh = "试用期几个月", en = "Length of the probation" }
// default = 12
// minimum = 1
// maximum = 36
//
// [parameters.within]
// type = "integer"
// help = { zh = "几个月内期满", en = "Ends within how many months" }
// default = 3
// minimum = 0
// maximum = 36
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
// [columns.left]
// type = "integer"
// meaning = { zh = "还有几个月", en = "Months left" }
// unit = { zh = "月", en = "months" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' AND t.start <= $as_of AND coalesce(t.is_leader, true) AND ($unit IS NULL OR u.id IN $unit)
WITH c, t, u, (CASE WHEN size(t.start) >= 7 THEN toInteger(left(t.start, 4)) * 12 + toInteger(substring(t.start, 5, 2)) END) + $months - (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) AS left_months
WHERE left_months >= 0 AND left_months <= $within
RETURN c AS cadre, u AS unit, t.title AS title, t.start AS since, left_months AS left, t AS tenure
ORDER BY left, c.name, c.id, u.name, title, t.id, u.id
