// ---
// title = { zh = "材料陈旧的干部", en = "Stale profiles" }
// question = { zh = "哪些现职干部最新的材料早于若干个月前?", en = "Of which serving cadres is the newest document older than some months?" }
// also = { zh = "材料旧 很久没更新", en = "old out of date" }
// sentence = { zh = "[{unit} ]最新材料早于 {months_over} 个月前的现职干部（截至 {as_of}）", en = "Serving cadres[ of {unit}] with no document newer than {months_over} months on {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH path = (c:Cadre)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
// WHERE c.id = $row.cadre
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
// help = { zh = "早于几个月前", en = "Older than how many months" }
// default = 24
// minimum = 1
// maximum = 600
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.newest]
// type = "day"
// meaning = { zh = "最新材料", en = "Newest" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "月数", en = "Months" }
// unit = { zh = "月", en = "months" }
// ---
MATCH (c:Cadre)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
WITH c, max(coalesce(r.form_date, d.form_date)) AS newest
WITH c, newest, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(newest) >= 7 THEN toInteger(left(newest, 4)) * 12 + toInteger(substring(newest, 5, 2)) END) AS months
WHERE newest IS NULL OR months > $months_over
RETURN c AS cadre, newest, months
ORDER BY newest, c.name, c.id
