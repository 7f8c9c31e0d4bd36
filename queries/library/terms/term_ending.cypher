// ---
// title = { zh = "任期将满", en = "Term ending" }
// question = { zh = "哪些干部的本届任期在若干个月内届满?", en = "Whose present term of office ends within some months?" }
// also = { zh = "届满 换届", en = "term ends election" }
// sentence = { zh = "[{unit} ]{within} 个月内任期届满的[ {category} ]干部（截至 {as_of}，一届 {length} 年）", en = "Cadres[ ({category})][ of {unit}] whose term of {length} years ends within {within} months of {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
// source = { zh = "党政领导干部职务任期暂行规定: 党政领导职务每个任期为五年", en = "Interim Provisions on Terms of Office: a term in a leading post is five years" }
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
// [parameters.within]
// type = "integer"
// help = { zh = "几个月内", en = "Within how many months" }
// default = 12
// minimum = 0
// maximum = 120
//
// [parameters.length]
// type = "integer"
// help = { zh = "一届几年", en = "Years in a term" }
// default = 5
// minimum = 1
// maximum = 10
//
// [parameters.category]
// type = "one_of"
// help = { zh = "成员类别", en = "Principal or deputy" }
// choices = "member_category"
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
// [columns.term]
// type = "integer"
// meaning = { zh = "第几届", en = "Which term" }
//
// [columns.left_months]
// type = "integer"
// meaning = { zh = "还有几个月届满", en = "Months until it ends" }
// unit = { zh = "月", en = "months" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.kind = 'post' AND t.title IS NOT NULL AND coalesce(t.is_leader, true) AND size(t.start) >= 7 AND t.start <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))
  AND ($category IS NULL OR t.member_category = $category) AND ($unit IS NULL OR u.id IN $unit)
WITH c, t, u, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (toInteger(left(t.start, 4)) * 12 + toInteger(substring(t.start, 5, 2))) AS months
WITH c, t, u, months / ($length * 12) + 1 AS term, $length * 12 - months % ($length * 12) AS left_months
WHERE left_months <= $within
RETURN c AS cadre, u AS unit, t.title AS title, t.start AS since, term, left_months, t AS tenure
ORDER BY left_months, c.name, c.id, u.name, title, t.id, u.id
