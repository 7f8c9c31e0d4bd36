// ---
// title = { zh = "培训学时不足", en = "Training below the required hours" }
// question = { zh = "谁在某一年度的培训学时不足?", en = "Whose training hours are below the requirement in a year?" }
// sentence = { zh = "[{unit} ][{year} 年]培训不足 {hours} 学时的[ {level} ]干部", en = "Cadres[ ({level})][ of {unit}] with less than {hours} hours of training[ in {year}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数和年数线性增长", en = "linear in cadres and years" }
// source = { zh = "干部教育培训工作条例: 每年累计不少于规定学时 (学时可改)", en = "Regulations on the Education and Training of Cadres: not less than the set hours a year (the hours can be changed)" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre
// OPTIONAL MATCH path = (c)-[:ATTENDED]->(t:Training) WHERE left(t.start, 4) = toString($row.year)
// RETURN c, path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度; 不写则为截至日之前的三年", en = "Year; the three before the day if left out" }
// minimum = 1950
// maximum = 2100
//
// [parameters.hours]
// type = "integer"
// help = { zh = "要求学时", en = "Required hours" }
// default = 90
// minimum = 1
// maximum = 2000
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
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.hours]
// type = "integer"
// meaning = { zh = "学时", en = "Hours" }
// unit = { zh = "学时", en = "hours" }
//
// [columns.unknown]
// type = "integer"
// meaning = { zh = "学时不明的班次", en = "Courses of unknown hours" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
// ---
UNWIND range(coalesce($year, toInteger(left($as_of, 4)) - 3), coalesce($year, toInteger(left($as_of, 4)) - 1)) AS year
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
OPTIONAL MATCH (c)-[:ATTENDED]->(t:Training) WHERE left(t.start, 4) = toString(year)
WITH c, year, coalesce(sum(t.hours), 0) AS total, sum(CASE WHEN t.id IS NOT NULL AND t.hours IS NULL THEN 1 ELSE 0 END) AS unknown
WHERE total < $hours
RETURN c AS cadre, year, total AS hours, unknown, c.position_level AS level
ORDER BY year DESC, hours, c.name, c.id
