// ---
// title = { zh = "共事网络中的桥梁", en = "Brokers in the co-working network" }
// question = { zh = "谁在共事网络中联结了不同的圈子?", en = "Who links circles that would otherwise not meet?" }
// also = { zh = "人脉 关键人物", en = "influential connectors" }
// sentence = { zh = "[{unit} ]共事网络中联结不同圈子的干部", en = "Who links circles of the co-working network[ of {unit}]" }
// access = 2
// rows = 200
// seconds = 60
// shows = ["table", "bar"]
// growth = { zh = "随共事对数增长; 10 万人时请给出单位", en = "grows with the pairs of colleagues; give a unit at 100,000 cadres" }
// computed_by = "bridges"
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = $row.cadre AND t.kind = 'post'
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.betweenness]
// type = "number"
// meaning = { zh = "中介度", en = "Betweenness" }
//
// [columns.colleagues]
// type = "integer"
// meaning = { zh = "共事人数", en = "Colleagues" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.kind = 'post' AND t.start IS NOT NULL AND (t.end IS NOT NULL OR t.end_status = 'current') AND ($unit IS NULL OR u.id IN $unit)
RETURN c AS cadre, collect([u.id, t.start, t.end]) AS stays
