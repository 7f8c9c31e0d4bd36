// ---
// title = { zh = "外来任职的班子", en = "Teams filled from outside" }
// question = { zh = "哪些班子最近几次到任的人都来自外单位 (不含本单位内设机构)?", en = "Which teams took their last newcomers all from outside, not from a division of their own?" }
// sentence = { zh = "[{unit} ]最近 {last} 次到任都来自外单位的班子", en = "Teams[ of {unit}] whose last {last} newcomers all came from outside" }
// access = 2
// rows = 1000
// seconds = 60
// shows = ["table"]
// growth = { zh = "随任职总数线性增长", en = "linear in the number of tenures" }
// why = '''
// UNWIND $row.newcomers AS one
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = one.id AND u.id = $row.unit
// RETURN path
// '''
//
// [parameters.last]
// type = "integer"
// help = { zh = "最近几次", en = "How many of the last" }
// default = 3
// minimum = 1
// maximum = 20
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.newcomers]
// type = "things"
// meaning = { zh = "最近到任", en = "Last newcomers" }
//
// [columns.outside]
// type = "integer"
// meaning = { zh = "来自外单位", en = "From outside" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE t.kind = 'post' AND t.start IS NOT NULL AND coalesce(t.is_leader, true) AND ($unit IS NULL OR u.id IN $unit)
  AND (u.chief_quota IS NOT NULL OR u.deputy_quota IS NOT NULL)
WITH u, c, min(t.start) AS came
ORDER BY came DESC, c.name, c.id
WITH u, collect({cadre: c, came: came})[0..$last] AS newest
WHERE size(newest) = $last
UNWIND newest AS one
WITH u, one.cadre AS c, one.came AS came
WITH u, c, came, EXISTS { MATCH (c)-[:HELD]->(b:Tenure)-[:AT_UNIT]->(v:Unit) WHERE b.start < came AND (v.id = u.id OR v.name STARTS WITH u.name) } AS known
ORDER BY came DESC, c.name, c.id
WITH u, collect(c) AS newcomers, sum(CASE WHEN known THEN 1 ELSE 0 END) AS inside
WHERE inside = 0
RETURN u AS unit, newcomers, size(newcomers) AS outside
ORDER BY u.name, u.id
