// ---
// title = { zh = "在同一单位满若干年", en = "Long in one unit" }
// question = { zh = "谁在同一单位连续工作满若干年?", en = "Who has been at one unit for so many years?" }
// also = { zh = "轮岗 交流 一直在 没动过", en = "rotate rotation never left" }
// sentence = { zh = "在[ {unit} ]同一单位满 {years} 年的干部（截至 {as_of}）", en = "Cadres[ of {unit}] at one unit for {years} years or more on {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长", en = "linear in the number of tenures" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = $row.cadre AND u.id = $row.unit
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
// default = 10
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
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.since]
// type = "day"
// meaning = { zh = "最早任职", en = "First post there" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "月数", en = "Months" }
// unit = { zh = "月", en = "months" }
//
// [columns.posts]
// type = "integer"
// meaning = { zh = "职务数", en = "Posts there" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.kind IN ['post', 'rank'] AND ($unit IS NULL OR u.id IN $unit)
WITH c, u, min(t.start) AS since, count(t) AS posts, sum(CASE WHEN (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) THEN 1 ELSE 0 END) AS present
WHERE present > 0 AND since <= $as_of
WITH c, u, since, posts, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(since) >= 7 THEN toInteger(left(since, 4)) * 12 + toInteger(substring(since, 5, 2)) END) AS months
WHERE months >= $years * 12
RETURN c AS cadre, u AS unit, since, months, posts
ORDER BY months DESC, c.name, c.id, u.name, u.id
