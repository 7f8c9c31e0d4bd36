// ---
// title = { zh = "按职级查干部", en = "Cadres by grade" }
// question = { zh = "谁是某一职级, 任该职级多久?", en = "Who stands in a grade, and for how long?" }
// sentence = { zh = "[任 {grades} ][满 {years} 年 ]干部，按职级", en = "Cadres by grade[, in {grades}][, for {years} years or more]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH (c:Cadre)
// WHERE c.id = $row.cadre
// OPTIONAL MATCH path = (c)-[:HOLDS_RANK]->(r:RankRecord) WHERE r.rank = $row.grade
// RETURN c, path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.grades]
// type = "several_of"
// help = { zh = "职级", en = "Grades" }
// choices = "grade"
//
// [parameters.years]
// type = "integer"
// help = { zh = "任现职级满几年", en = "At least so many years in it" }
// minimum = 0
// maximum = 60
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "现职级", en = "Grade" }
//
// [columns.since]
// type = "month"
// meaning = { zh = "任现职级时间", en = "Since" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "已任月数 (空为不详)", en = "Months in it (blank: unknown)" }
// unit = { zh = "月", en = "months" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "现职务层次", en = "Level" }
// ---
MATCH (c:Cadre)
WHERE c.grade IS NOT NULL AND coalesce(c.person_status, '现职') = '现职' AND ($grades IS NULL OR c.grade IN $grades) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND v.id IN $unit })
WITH c, toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2)) - (CASE WHEN size(c.grade_since) >= 7 THEN toInteger(left(c.grade_since, 4)) * 12 + toInteger(substring(c.grade_since, 5, 2)) END) AS months
WHERE $years IS NULL OR months IS NULL OR months >= $years * 12
RETURN c AS cadre, c.grade AS grade, c.grade_since AS since, months, c.position_level AS level
ORDER BY grade, months DESC, c.name, c.id
