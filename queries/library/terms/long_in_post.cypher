// ---
// title = { zh = "任现职满若干年", en = "Long in one post" }
// question = { zh = "谁在同一职位上任职满若干年?", en = "Who has held one post for so many years?" }
// also = { zh = "轮岗 交流 该动了 任职时间长 干了多少年", en = "rotate rotation too long in post" }
// sentence = { zh = "[{unit} ]任现职满 {years} 年的[ {level} ]干部", en = "Cadres[ ({level})][ of {unit}] for {years} years or more in one post" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "不写单位时随现任职数线性增长", en = "without a unit linear in the posts held now" }
// source = { zh = "党政领导干部交流工作规定: 同一职位任满一定年限应当交流", en = "Provisions on the Exchange of Leading Cadres: after so many years in one post an exchange is due" }
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
// [parameters.years]
// type = "integer"
// help = { zh = "满几年", en = "How many years" }
// default = 5
// minimum = 0
// maximum = 60
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
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
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' AND t.start <= $as_of AND t.title IS NOT NULL
  AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR u.id IN $unit)
WITH c, t, u, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(t.start) >= 7 THEN toInteger(left(t.start, 4)) * 12 + toInteger(substring(t.start, 5, 2)) ELSE toInteger(left(t.start, 4)) * 12 + 12 END) AS months, size(t.start) < 7 AS inexact
WHERE months + CASE WHEN inexact THEN 11 ELSE 0 END >= $years * 12
RETURN c AS cadre, u AS unit, t.title AS title, t.start AS since, months, inexact, t AS tenure
ORDER BY months DESC, c.name, c.id, u.name, title, t.id, u.id
