// ---
// title = { zh = "某单位走出的干部", en = "Cadres who came from a unit" }
// question = { zh = "谁曾在某单位任职, 现在在哪里?", en = "Who served at a unit before, and where are they now?" }
// also = { zh = "来自 出身 从哪来 去了哪里 去向", en = "came from went to moved to" }
// sentence = { zh = "曾在 {unit} 任职的干部", en = "Cadres who served at {unit} before" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随该单位的任职数线性增长", en = "linear in the tenures at the unit" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE t.id = $row.tenure
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
// required = true
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.left]
// type = "day"
// meaning = { zh = "离开时间", en = "Left" }
//
// [columns.now]
// type = "texts"
// meaning = { zh = "现任", en = "Now" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE u.id IN $unit AND t.end_status = 'ended'
WITH c, u, t ORDER BY t.end DESC, t.id
WITH c, u, collect(t)[0] AS t
OPTIONAL MATCH (c)-[:HELD]->(n:Tenure) WHERE n.end_status = 'current' AND n.kind = 'post'
WITH c, u, t, n ORDER BY n.unit_name, n.title, n.id
WITH c, u, t, collect(n.unit_name + coalesce(' ' + n.title, '')) AS now
RETURN c AS cadre, u AS unit, t.end AS left, now, t AS tenure
ORDER BY left DESC, c.name, c.id, u.name, u.id
