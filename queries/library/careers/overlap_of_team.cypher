// ---
// title = { zh = "一组人的交集", en = "Overlap of a group" }
// question = { zh = "一组干部两两之间在哪里共事过?", en = "Where did the members of a group work together, two by two?" }
// sentence = { zh = "{cadres} 两两之间的共事经历", en = "Where {cadres} worked together, two by two" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "graph"]
// growth = { zh = "随名单上的人任职过的单位的任职数增长", en = "grows with the tenures at the units where those listed served" }
// why = '''
// MATCH path = (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
// WHERE a.id = $row.first_tenure AND b.id = $row.second_tenure
// RETURN path
// '''
//
// [parameters.cadres]
// type = "cadres"
// help = { zh = "干部, 或名单 list:名称", en = "Cadres, or a list list:NAME" }
// required = true
//
// [columns.first]
// type = "cadre"
// meaning = { zh = "其一", en = "One" }
//
// [columns.second]
// type = "cadre"
// meaning = { zh = "另一", en = "Other" }
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
// meaning = { zh = "其一任职", en = "One's tenure" }
//
// [columns.second_tenure]
// type = "record"
// meaning = { zh = "另一任职", en = "Other's tenure" }
// ---
MATCH (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
WHERE one.id IN $cadres AND two.id IN $cadres AND one.id < two.id AND a.start IS NOT NULL AND b.start IS NOT NULL AND (a.end IS NOT NULL OR a.end_status = 'current') AND (b.end IS NOT NULL OR b.end_status = 'current') AND (a.end IS NULL OR b.start < a.end) AND (b.end IS NULL OR a.start < b.end)
WITH one, two, u, a, b, CASE WHEN a.start > b.start THEN a.start ELSE b.start END AS start,
  CASE WHEN a.end IS NULL THEN b.end WHEN b.end IS NULL THEN a.end WHEN a.end < b.end THEN a.end ELSE b.end END AS end
RETURN one AS first, two AS second, u AS unit, start, end, (CASE WHEN size(end) >= 7 THEN toInteger(left(end, 4)) * 12 + toInteger(substring(end, 5, 2)) END) - (CASE WHEN size(start) >= 7 THEN toInteger(left(start, 4)) * 12 + toInteger(substring(start, 5, 2)) END) AS months, a AS first_tenure, b AS second_tenure
ORDER BY one.name, two.name, one.id, two.id, start, u.name, a.id, b.id, u.id
