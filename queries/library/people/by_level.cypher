// ---
// title = { zh = "按层次和年龄查干部", en = "Cadres by level and age" }
// question = { zh = "某层次、某年龄段的现职干部有哪些?", en = "Which serving cadres are of a level and an age?" }
// sentence = { zh = "[{youngest} 岁以上][{oldest} 岁以下][ {level} ]干部", en = "Cadres[ ({level})][ from {youngest} years of age][ up to {oldest} years of age]" }
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
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [parameters.youngest]
// type = "integer"
// help = { zh = "不小于几岁", en = "Not younger than" }
// minimum = 16
// maximum = 100
//
// [parameters.oldest]
// type = "integer"
// help = { zh = "不大于几岁", en = "Not older than" }
// minimum = 16
// maximum = 100
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.age]
// type = "integer"
// meaning = { zh = "年龄", en = "Age" }
// unit = { zh = "岁", en = "years" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
//
// [columns.since]
// type = "day"
// meaning = { zh = "任现层次", en = "At this level since" }
//
// [columns.post]
// type = "text"
// meaning = { zh = "现任职务", en = "Post" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
WITH c, ((toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.birth_month) >= 7 THEN toInteger(left(c.birth_month, 4)) * 12 + toInteger(substring(c.birth_month, 5, 2)) END)) / 12 AS age
WHERE ($youngest IS NULL OR age >= $youngest) AND ($oldest IS NULL OR age <= $oldest)
RETURN c AS cadre, age, c.position_level AS level, c.position_level_since AS since, c.current_post_text AS post
ORDER BY c.name, c.id
