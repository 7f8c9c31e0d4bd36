// ---
// title = { zh = "有某类单位经历的干部", en = "Experience at a kind of unit" }
// question = { zh = "谁在名称含某词的单位任过职, 多久?", en = "Who has served at units with a word in their name, and for how long?" }
// also = { zh = "基层经历 乡镇经历 基层工作", en = "grass-roots" }
// sentence = { zh = "在“{word}”类单位满 {months_over} 个月的[ {level} ]干部", en = "Cadres[ ({level})] with {months_over} months or more at units named {word}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随名称含该词的单位的任职数线性增长", en = "linear in the tenures at the units the word finds" }
// why = '''
// UNWIND $row.units AS one
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = $row.cadre AND u.id = one.id
// RETURN path
// '''
//
// [parameters.word]
// type = "text"
// help = { zh = "单位名称中的词", en = "A word in the unit's name" }
// default = "财政"
//
// [parameters.months_over]
// type = "integer"
// help = { zh = "满几个月", en = "At least how many months" }
// default = 0
// minimum = 0
// maximum = 600
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
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "月数", en = "Months" }
// unit = { zh = "月", en = "months" }
//
// [columns.unknown]
// type = "integer"
// meaning = { zh = "时长不明", en = "Of unknown length" }
//
// [columns.units]
// type = "things"
// meaning = { zh = "单位", en = "Units" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE ($word IS NULL OR u.name CONTAINS $word) AND t.kind <> 'membership' AND t.start <= $as_of AND ($level IS NULL OR c.position_level = $level)
WITH c, u, t, CASE WHEN t.end IS NOT NULL AND t.end <= $as_of THEN t.end WHEN t.end_status = 'unknown' THEN null ELSE $as_of END AS until
WITH c, u, t.start AS start, max(until) AS until
WITH c, u, (CASE WHEN size(until) >= 7 THEN toInteger(left(until, 4)) * 12 + toInteger(substring(until, 5, 2)) END) - (CASE WHEN size(start) >= 7 THEN toInteger(left(start, 4)) * 12 + toInteger(substring(start, 5, 2)) END) AS months
ORDER BY u.name, u.id
WITH c, coalesce(sum(months), 0) AS months, sum(CASE WHEN months IS NULL THEN 1 ELSE 0 END) AS unknown, collect(DISTINCT u) AS units
WHERE months >= $months_over
RETURN c AS cadre, months, unknown, units
ORDER BY months DESC, c.name, c.id
