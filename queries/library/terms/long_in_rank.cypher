// ---
// title = { zh = "同级任职年限", en = "Years at the present level" }
// question = { zh = "谁在现职务层次上满若干年?", en = "Who has been at the present level for so many years?" }
// sentence = { zh = "[{unit} ]任现层次满 {years} 年的[ {level} ]干部", en = "Cadres[ of {unit}][ at {level}] for {years} years or more at their level" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
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
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
//
// [columns.since]
// type = "day"
// meaning = { zh = "任现职务层次", en = "At this level since" }
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
// [columns.grade]
// type = "text"
// meaning = { zh = "现职级", en = "Grade" }
// ---
MATCH (c:Cadre)
WHERE c.position_level_since IS NOT NULL AND coalesce(c.person_status, '现职') = '现职' AND c.position_level_since <= $as_of
  AND ($level IS NULL OR c.position_level = $level)
  AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
WITH c, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.position_level_since) >= 7 THEN toInteger(left(c.position_level_since, 4)) * 12 + toInteger(substring(c.position_level_since, 5, 2)) ELSE toInteger(left(c.position_level_since, 4)) * 12 + 12 END) AS months, size(c.position_level_since) < 7 AS inexact
WHERE months + CASE WHEN inexact THEN 11 ELSE 0 END >= $years * 12
RETURN c AS cadre, c.position_level AS level, c.position_level_since AS since, months, inexact, c.grade AS grade
ORDER BY months DESC, c.name, c.id
