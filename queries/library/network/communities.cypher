// ---
// title = { zh = "共事圈子", en = "Circles of colleagues" }
// question = { zh = "共事网络分成哪些圈子?", en = "Which circles does the co-working network fall into?" }
// also = { zh = "圈子 小圈子 山头", en = "cliques circles factions" }
// sentence = { zh = "[{unit} ]共事网络的圈子", en = "Circles of the co-working network[ of {unit}]" }
// access = 2
// rows = 200
// seconds = 60
// shows = ["table"]
// growth = { zh = "随共事对数增长; 10 万人时请给出单位", en = "grows with the pairs of colleagues; give a unit at 100,000 cadres" }
// computed_by = "communities"
// why = '''
// UNWIND $row.cadres AS one
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = one.id AND t.kind = 'post' AND ($unit IS NULL OR u.id IN $unit)
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.circle]
// type = "integer"
// meaning = { zh = "圈子", en = "Circle" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Number of cadres" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.kind = 'post' AND t.start IS NOT NULL AND (t.end IS NOT NULL OR t.end_status = 'current') AND ($unit IS NULL OR u.id IN $unit)
RETURN c AS cadre, collect([u.id, t.start, t.end]) AS stays
