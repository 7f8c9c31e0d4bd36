// ---
// title = { zh = "未交心里话的干部", en = "No feedback form" }
// question = { zh = "谁没有交回某一轮的《向组织说说心里话》?", en = "Who did not return the feedback form of a round?" }
// sentence = { zh = "[{unit} ]未交回[“{round}”]心里话的干部", en = "Cadres[ of {unit}] who did not return the feedback form[ of {round}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数和轮次增长", en = "grows with cadres and rounds" }
// why = '''
// MATCH (c:Cadre)
// WHERE c.id = $row.cadre
// OPTIONAL MATCH path = (c)-[:RETURNED]->(f:FeedbackForm)
// RETURN c, path
// '''
//
// [parameters.round]
// type = "text"
// help = { zh = "轮次, 如 2023年; 不写则各轮", en = "Round, such as 2023年; each round if left out" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.round]
// type = "text"
// meaning = { zh = "轮次", en = "Round" }
//
// [columns.last]
// type = "day"
// meaning = { zh = "上次交回", en = "Last returned" }
// ---
MATCH (any:FeedbackForm)
WHERE $round IS NULL OR any.round = $round
WITH DISTINCT any.round AS round
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit) WHERE t.end_status = 'current' AND v.id IN $unit })
  AND NOT EXISTS { MATCH (c)-[:RETURNED]->(mine:FeedbackForm) WHERE mine.round = round }
OPTIONAL MATCH (c)-[:RETURNED]->(f:FeedbackForm)
WITH c, round, max(f.returned_on) AS last
RETURN c AS cadre, round, last
ORDER BY round DESC, c.name, c.id
