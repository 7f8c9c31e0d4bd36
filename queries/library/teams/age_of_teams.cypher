// ---
// title = { zh = "班子平均年龄", en = "Age of the teams" }
// question = { zh = "各班子平均年龄多少, 谁最年轻, 谁最年长?", en = "How old are the teams?" }
// also = { zh = "多大年纪 老化 平均年龄", en = "old ageing" }
// sentence = { zh = "[{unit} ]{as_of} 不少于 {at_least} 人的班子的平均年龄", en = "Age of the teams[ of {unit}] of {at_least} or more on {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
// why = '''
// MATCH (u:Unit) WHERE u.id = $row.unit
// OPTIONAL MATCH path = (u)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
// WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post'
// RETURN u, path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.at_least]
// type = "integer"
// help = { zh = "至少几人", en = "At least how many members" }
// default = 3
// minimum = 1
// maximum = 50
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Members" }
//
// [columns.mean]
// type = "number"
// meaning = { zh = "平均年龄", en = "Mean age" }
// unit = { zh = "岁", en = "years" }
//
// [columns.youngest]
// type = "integer"
// meaning = { zh = "最小", en = "Youngest" }
// unit = { zh = "岁", en = "years" }
//
// [columns.oldest]
// type = "integer"
// meaning = { zh = "最大", en = "Oldest" }
// unit = { zh = "岁", en = "years" }
//
// [columns.unknown]
// type = "integer"
// meaning = { zh = "年龄不明", en = "Age unknown" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' AND ($unit IS NULL OR u.id IN $unit)
WITH DISTINCT u, c
WITH u, c, ((toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.birth_month) >= 7 THEN toInteger(left(c.birth_month, 4)) * 12 + toInteger(substring(c.birth_month, 5, 2)) END)) / 12 AS age
WITH u, count(c) AS count, avg(age) AS mean, min(age) AS youngest, max(age) AS oldest, sum(CASE WHEN age IS NULL THEN 1 ELSE 0 END) AS unknown
WHERE count >= $at_least
RETURN u AS unit, count, round(mean * 10.0) / 10.0 AS mean, youngest, oldest, unknown
ORDER BY mean, u.name, u.id
