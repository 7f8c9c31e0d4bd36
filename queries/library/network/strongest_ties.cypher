// ---
// title = { zh = "共事最多的两人", en = "Strongest ties" }
// question = { zh = "哪两位干部在最多的单位共过事?", en = "Which two cadres worked together at the most units?" }
// sentence = { zh = "[{unit} ]在 {at_least} 个以上单位共过事的两人", en = "Pairs[ of {unit}] who worked together at {at_least} or more units" }
// access = 2
// rows = 1000
// seconds = 60
// shows = ["table"]
// growth = { zh = "随共事对数增长; 10 万人时请给出单位", en = "grows with the pairs of colleagues; give a unit at 100,000 cadres" }
// computed_by = "strongest_ties"
// why = '''
// MATCH path = (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
// WHERE one.id = $row.first AND two.id = $row.second AND a.kind = 'post' AND b.kind = 'post' AND (a.end IS NULL OR b.start < a.end) AND (b.end IS NULL OR a.start < b.end)
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.at_least]
// type = "integer"
// help = { zh = "至少几个单位", en = "At how many units at least" }
// default = 2
// minimum = 1
// maximum = 50
//
// [columns.first]
// type = "cadre"
// meaning = { zh = "其一", en = "One" }
//
// [columns.second]
// type = "cadre"
// meaning = { zh = "另一", en = "Other" }
//
// [columns.places]
// type = "integer"
// meaning = { zh = "共事单位数", en = "Units in common" }
//
// [columns.newest]
// type = "day"
// meaning = { zh = "最近开始", en = "Latest began" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.kind = 'post' AND t.start IS NOT NULL AND (t.end IS NOT NULL OR t.end_status = 'current') AND ($unit IS NULL OR u.id IN $unit)
WITH c, collect([u.id, t.start, t.end]) AS stays, count(DISTINCT u) AS places
WHERE places >= $at_least
RETURN c AS cadre, stays
