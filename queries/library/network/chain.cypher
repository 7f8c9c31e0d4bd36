// ---
// title = { zh = "两人之间的共事链", en = "A chain of colleagues" }
// question = { zh = "两位干部通过哪些共事的人相连?", en = "Through which colleagues are two cadres linked?" }
// sentence = { zh = "{first} 与 {second} 之间的共事链", en = "The chain of colleagues between {first} and {second}" }
// access = 2
// rows = 1000
// seconds = 60
// shows = ["table", "graph"]
// growth = { zh = "随共事对数增长; 10 万人时请给出单位", en = "grows with the pairs of colleagues; give a unit at 100,000 cadres" }
// computed_by = "chain"
// why = '''
// MATCH path = (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
// WHERE one.id = $row.cadre AND two.id = $row.next AND a.kind = 'post' AND b.kind = 'post' AND (a.end IS NULL OR b.start < a.end) AND (b.end IS NULL OR a.start < b.end)
// RETURN path
// '''
//
// [parameters.first]
// type = "cadre"
// help = { zh = "从哪位干部", en = "From which cadre" }
// required = true
//
// [parameters.second]
// type = "cadre"
// help = { zh = "到哪位干部", en = "To which cadre" }
// required = true
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.step]
// type = "integer"
// meaning = { zh = "步", en = "Step" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.next]
// type = "cadre"
// meaning = { zh = "下一位", en = "Next" }
//
// [columns.places]
// type = "integer"
// meaning = { zh = "共事单位数", en = "Units in common" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.kind = 'post' AND t.start IS NOT NULL AND (t.end IS NOT NULL OR t.end_status = 'current') AND ($unit IS NULL OR u.id IN $unit) AND $first <> $second
RETURN c AS cadre, collect([u.id, t.start, t.end]) AS stays
