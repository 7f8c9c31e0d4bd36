// ---
// title = { zh = "两人的交集", en = "Overlap of two careers" }
// question = { zh = "两位干部在哪里、什么时候共事过?", en = "Where and when did two cadres work together?" }
// sentence = { zh = "{first} 和 {second} 的共事经历", en = "Where {first} and {second} worked together" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随其任职过的单位的任职数增长", en = "grows with the tenures at the units where the cadre served" }
// why = '''
// MATCH path = (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
// WHERE a.id = $row.first_tenure AND b.id = $row.second_tenure
// RETURN path
// '''
//
// [parameters.first]
// type = "cadre"
// help = { zh = "第一位干部", en = "First cadre" }
// required = true
//
// [parameters.second]
// type = "cadre"
// help = { zh = "第二位干部", en = "Second cadre" }
// required = true
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.first_title]
// type = "text"
// meaning = { zh = "第一位职务", en = "First one's post" }
//
// [columns.second_title]
// type = "text"
// meaning = { zh = "第二位职务", en = "Second one's post" }
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
// meaning = { zh = "第一位任职", en = "First tenure" }
//
// [columns.second_tenure]
// type = "record"
// meaning = { zh = "第二位任职", en = "Second tenure" }
// ---
MATCH (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
WHERE one.id = $first AND two.id = $second AND a.start IS NOT NULL AND b.start IS NOT NULL AND (a.end IS NOT NULL OR a.end_status = 'current') AND (b.end IS NOT NULL OR b.end_status = 'current') AND (a.end IS NULL OR b.start < a.end) AND (b.end IS NULL OR a.start < b.end)
WITH u, a, b, CASE WHEN a.start > b.start THEN a.start ELSE b.start END AS start,
  CASE WHEN a.end IS NULL THEN b.end WHEN b.end IS NULL THEN a.end WHEN a.end < b.end THEN a.end ELSE b.end END AS end
RETURN u AS unit, coalesce(a.title, a.rank) AS first_title, coalesce(b.title, b.rank) AS second_title, start, end,
  (CASE WHEN size(end) >= 7 THEN toInteger(left(end, 4)) * 12 + toInteger(substring(end, 5, 2)) END) - (CASE WHEN size(start) >= 7 THEN toInteger(left(start, 4)) * 12 + toInteger(substring(start, 5, 2)) END) AS months, a AS first_tenure, b AS second_tenure
ORDER BY start, u.name, a.id, b.id, u.id
