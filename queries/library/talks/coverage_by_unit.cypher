// ---
// title = { zh = "谈话覆盖", en = "Coverage of talks" }
// question = { zh = "各单位今年谈过话的干部占多少?", en = "What share of each unit's cadres has been talked to this year?" }
// sentence = { zh = "[{unit} ]{as_of} 当年谈话覆盖", en = "Coverage of talks[ at {unit}] in the year of {as_of}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
// why = '''
// MATCH path = (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
// WHERE u.id = $row.unit AND (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND $as_of IS NOT NULL
// OPTIONAL MATCH talk = (c)<-[:ABOUT]-(i:Interview) WHERE left(i.date, 4) = left($as_of, 4)
// RETURN path, talk
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.serving]
// type = "integer"
// meaning = { zh = "现任干部", en = "Serving" }
//
// [columns.talked]
// type = "integer"
// meaning = { zh = "今年谈过", en = "Talked to this year" }
//
// [columns.share]
// type = "number"
// meaning = { zh = "占比", en = "Share" }
// unit = { zh = "%", en = "%" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' AND ($unit IS NULL OR u.id IN $unit)
WITH DISTINCT u, c
WITH u, c, EXISTS { MATCH (c)<-[:ABOUT]-(i:Interview) WHERE left(i.date, 4) = left($as_of, 4) AND i.date <= $as_of } AS talked
WITH u, count(c) AS serving, sum(CASE WHEN talked THEN 1 ELSE 0 END) AS reached
RETURN u AS unit, serving, reached AS talked, round(reached * 1000.0 / serving) / 10.0 AS share
ORDER BY share, serving DESC, u.name, u.id
