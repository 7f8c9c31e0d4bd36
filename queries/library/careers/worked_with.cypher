// ---
// title = { zh = "与某人共事过的人", en = "Who worked with somebody" }
// question = { zh = "谁和某位干部在同一单位同时任职?", en = "Who held a post at the same unit at the same time as a cadre?" }
// sentence = { zh = "与 {cadre} 共事过的人", en = "Who worked with {cadre}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "graph"]
// why = '''
// MATCH path = (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
// WHERE a.id = $row.first_tenure AND b.id = $row.second_tenure
// RETURN path
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
// required = true
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.months_over]
// type = "integer"
// help = { zh = "共事超过几个月", en = "For more than how many months" }
// default = 0
// minimum = 0
// maximum = 600
//
// [columns.colleague]
// type = "cadre"
// meaning = { zh = "同事", en = "Colleague" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "From" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "To" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "月数", en = "Months" }
// unit = { zh = "月", en = "months" }
//
// [columns.first_tenure]
// type = "record"
// meaning = { zh = "本人任职", en = "Own tenure" }
//
// [columns.second_tenure]
// type = "record"
// meaning = { zh = "同事任职", en = "Colleague's tenure" }
// ---
MATCH (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
WHERE one.id = $cadre AND two.id <> one.id AND ($unit IS NULL OR u.id IN $unit) AND a.kind <> 'membership' AND b.kind <> 'membership'
  AND a.start IS NOT NULL AND b.start IS NOT NULL AND (a.end IS NOT NULL OR a.end_status = 'current') AND (b.end IS NOT NULL OR b.end_status = 'current') AND (a.end IS NULL OR b.start < a.end) AND (b.end IS NULL OR a.start < b.end)
WITH two, u, a, b, CASE WHEN a.start > b.start THEN a.start ELSE b.start END AS start,
  CASE WHEN a.end IS NULL THEN b.end WHEN b.end IS NULL THEN a.end WHEN a.end < b.end THEN a.end ELSE b.end END AS end
WITH two, u, a, b, start, end, (CASE WHEN size(end) >= 7 THEN toInteger(left(end, 4)) * 12 + toInteger(substring(end, 5, 2)) END) - (CASE WHEN size(start) >= 7 THEN toInteger(left(start, 4)) * 12 + toInteger(substring(start, 5, 2)) END) AS months
WHERE months IS NULL OR months >= $months_over
RETURN two AS colleague, u AS unit, start, end, months, a AS first_tenure, b AS second_tenure
ORDER BY two.name, two.id, start, u.name, a.id, b.id
