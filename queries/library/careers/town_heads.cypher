// ---
// title = { zh = "乡镇主官经历", en = "Town heads" }
// question = { zh = "谁担任过乡镇党政正职, 共多少个月?", en = "Who has been Party or government head of a town, and for how long?" }
// sentence = { zh = "担任乡镇党政正职满 {months_over} 个月的[ {level} ]干部", en = "Cadres[ ({level})] who headed a town for {months_over} months or more" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随乡镇任职数线性增长", en = "linear in the tenures at towns" }
// why = '''
// UNWIND $row.units AS one
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = $row.cadre AND u.id = one.id AND ($as_of IS NULL OR t.start <= $as_of) AND ($level IS NULL OR true) AND $months_over >= 0
// RETURN path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.months_over]
// type = "integer"
// help = { zh = "满几个月", en = "At least how many months" }
// default = 24
// minimum = 0
// maximum = 600
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
// [columns.terms]
// type = "integer"
// meaning = { zh = "任数", en = "Terms" }
//
// [columns.units]
// type = "things"
// meaning = { zh = "单位", en = "Units" }
//
// [columns.unknown]
// type = "integer"
// meaning = { zh = "时长不明", en = "Terms of unknown length" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.title IN ['镇长', '乡长', '书记', '街道办事处主任', '主任'] AND t.kind = 'post' AND t.start <= $as_of
  AND (u.name ENDS WITH '镇党委' OR u.name ENDS WITH '乡党委' OR u.name ENDS WITH '镇人民政府' OR u.name ENDS WITH '乡人民政府'
    OR u.name ENDS WITH '街道党工委' OR u.name ENDS WITH '街道办事处') AND ($level IS NULL OR c.position_level = $level)
WITH c, u, t, CASE WHEN t.end IS NOT NULL AND t.end <= $as_of THEN t.end WHEN t.end_status = 'unknown' THEN null ELSE $as_of END AS until
WITH c, u, (CASE WHEN size(until) >= 7 THEN toInteger(left(until, 4)) * 12 + toInteger(substring(until, 5, 2)) END) - (CASE WHEN size(t.start) >= 7 THEN toInteger(left(t.start, 4)) * 12 + toInteger(substring(t.start, 5, 2)) END) AS months
ORDER BY u.name, u.id
WITH c, sum(months) AS months, count(*) AS terms, sum(CASE WHEN months IS NULL THEN 1 ELSE 0 END) AS unknown, collect(DISTINCT u) AS units
WHERE months >= $months_over
RETURN c AS cadre, months, terms, units, unknown
ORDER BY months DESC, c.name, c.id
