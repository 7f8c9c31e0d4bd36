// ---
// title = { zh = "从未交流的干部", en = "Never moved" }
// question = { zh = "谁只在一个单位工作过?", en = "Who has worked at one unit only?" }
// also = { zh = "轮岗 交流 没动过", en = "rotate rotation" }
// sentence = { zh = "只在一个单位工作满 {years} 年的[ {level} ]干部", en = "Cadres[ ({level})] who have been at one unit only for {years} years or more" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长", en = "linear in the number of tenures" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = $row.cadre AND ($level IS NULL OR true) AND $years >= 0 AND $as_of IS NOT NULL
// RETURN path
// '''
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [parameters.years]
// type = "integer"
// help = { zh = "工作满几年", en = "At work for how many years" }
// default = 10
// minimum = 0
// maximum = 60
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "单位数", en = "Number of units" }
//
// [columns.since]
// type = "day"
// meaning = { zh = "参加工作", en = "Began work" }
//
// [columns.units]
// type = "things"
// meaning = { zh = "单位", en = "Units" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($level IS NULL OR c.position_level = $level) AND c.work_start IS NOT NULL
  AND (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.work_start) >= 7 THEN toInteger(left(c.work_start, 4)) * 12 + toInteger(substring(c.work_start, 5, 2)) END) >= $years * 12
WITH c, count(DISTINCT u) AS count, [head(collect(DISTINCT u))] AS units
WHERE count = 1
RETURN c AS cadre, count, c.work_start AS since, units
ORDER BY since, c.name, c.id
