// ---
// title = { zh = "与某人共事过的人", en = "Who worked with somebody" }
// question = { zh = "谁和某位干部在同一单位同时任职?", en = "Who held a post at the same unit at the same time as a cadre?" }
// also = { zh = "同事 共事 搭档 搭班子 一起工作", en = "colleague worked beside together" }
// sentence = { zh = "与 {cadre} 共事过的人", en = "Who worked with {cadre}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "graph"]
// growth = { zh = "随其任职过的单位的任职数增长", en = "grows with the tenures at the units where the cadre served" }
// computed_by = "stretches"
// why = '''
// MATCH path = (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
// WHERE a.id IN [each IN $row.own_posts | each.id] AND b.id IN [each IN $row.colleague_posts | each.id]
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
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天 (计算月数)", en = "As of which day (for the months)" }
// default = "today"
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
// type = "text"
// meaning = { zh = "止", en = "To" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "月数", en = "Months" }
// unit = { zh = "月", en = "months" }
//
// [columns.own_posts]
// type = "things"
// meaning = { zh = "本人职务", en = "Own posts" }
//
// [columns.colleague_posts]
// type = "things"
// meaning = { zh = "同事职务", en = "Colleague's posts" }
// ---
MATCH (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
WHERE one.id = $cadre AND two.id <> one.id AND ($unit IS NULL OR u.id IN $unit) AND a.kind <> 'membership' AND b.kind <> 'membership'
  AND $months_over >= 0 AND a.start IS NOT NULL AND b.start IS NOT NULL AND a.start <= $as_of AND b.start <= $as_of
  AND (a.end IS NOT NULL OR a.end_status = 'current') AND (b.end IS NOT NULL OR b.end_status = 'current') AND (a.end IS NULL OR b.start < a.end) AND (b.end IS NULL OR a.start < b.end)
RETURN two AS colleague, u AS unit, CASE WHEN a.start > b.start THEN a.start ELSE b.start END AS start,
  CASE WHEN a.end IS NULL THEN b.end WHEN b.end IS NULL THEN a.end WHEN a.end < b.end THEN a.end ELSE b.end END AS end, a AS own, b AS theirs
ORDER BY two.name, two.id, u.name, u.id, start, a.id, b.id
