// ---
// title = { zh = "未交心里话的干部", en = "No feedback form" }
// question = { zh = "哪些现职干部没有交回某一轮征求意见表?", en = "Which serving cadres returned no feedback form?" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
// '''
//
// [parameters.round]
// type = "text"
// help = { zh = "轮次; 不写则指任何一轮", en = "The round; any of them if left out" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.last]
// type = "text"
// meaning = { zh = "最近一轮", en = "Last round returned" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
OPTIONAL MATCH (c)-[:RETURNED]->(f:FeedbackForm)
WITH c, max(f.round) AS last, sum(CASE WHEN $round IS NULL OR f.round = $round THEN CASE WHEN f.id IS NULL THEN 0 ELSE 1 END ELSE 0 END) AS returned
WHERE returned = 0
RETURN c AS cadre, last
ORDER BY c.name, c.id
