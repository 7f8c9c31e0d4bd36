// ---
// title = { zh = "即将到龄的干部", en = "Cadres who reach their age limit soon" }
// question = { zh = "哪些干部在若干个月内到龄?", en = "Who reaches the age limit within some months?" }
// also = { zh = "退休 快退休 到点 临近退休", en = "retire retirement about to leave" }
// sentence = { zh = "[{unit} ]{as_of} 起 {months} 个月内到龄的[ {level} ]干部", en = "Cadres[ ({level})][ of {unit}] who reach the age limit within {months} months of {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// source = { zh = "干部任免审批表 4.0: 到龄年月", en = "Appointment form 4.0: month of the age limit" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.months]
// type = "integer"
// help = { zh = "几个月内", en = "Within how many months" }
// default = 12
// minimum = 0
// maximum = 600
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
// [columns.birth_month]
// type = "month"
// meaning = { zh = "出生年月", en = "Born" }
//
// [columns.limit]
// type = "month"
// meaning = { zh = "到龄年月", en = "Reaches the limit in" }
//
// [columns.left]
// type = "integer"
// meaning = { zh = "还有几个月", en = "Months left" }
// unit = { zh = "月", en = "months" }
//
// [columns.basis]
// type = "text"
// meaning = { zh = "任职年龄界限", en = "Limit before the reform" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
// ---
MATCH (c:Cadre)
WHERE c.retirement_month IS NOT NULL AND coalesce(c.person_status, '现职') = '现职'
  AND ($level IS NULL OR c.position_level = $level)
  AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
WITH c, CASE WHEN size(c.retirement_month) >= 7 THEN toInteger(left(c.retirement_month, 4)) * 12 + toInteger(substring(c.retirement_month, 5, 2)) END - (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) AS left_months
WHERE left_months >= 0 AND left_months <= $months
RETURN c AS cadre, left(c.birth_month, 7) AS birth_month, left(c.retirement_month, 7) AS limit, left_months AS left,
  c.tenure_age_limit AS basis, c.position_level AS level
ORDER BY left, c.name, c.id
