// ---
// title = { zh = "联系片区的见面覆盖", en = "Liaison coverage" }
// question = { zh = "每个联系片区 (条线) 今年见过多少现职干部, 走访过多少单位?", en = "How many serving cadres of each liaison area has anybody met this year, and how many of its units were visited?" }
// sentence = { zh = "{as_of} 当年[ {officer} ]各片区的见面覆盖", en = "Liaison coverage[ of {officer}] in the year of {as_of}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随现职干部数线性增长", en = "linear in serving cadres" }
// why = '''
// MATCH (a:LiaisonAssignment) WHERE a.id = $row.assignment
// OPTIONAL MATCH path = (a)-[:LIAISES]->(:Unit)<-[:PART_OF*0..8]-(:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post'
// OPTIONAL MATCH pair = (a)-[:LIAISES_WITH]->(:Cadre)
// RETURN a, path, pair
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.officer]
// type = "text"
// help = { zh = "联系人", en = "Liaison officer" }
//
// [columns.assignment]
// type = "record"
// meaning = { zh = "联系分工", en = "Assignment" }
//
// [columns.area]
// type = "text"
// meaning = { zh = "条线或片区", en = "Liaison area" }
//
// [columns.officer]
// type = "text"
// meaning = { zh = "联系人", en = "Liaison officer" }
//
// [columns.serving]
// type = "integer"
// meaning = { zh = "现职干部", en = "Serving cadres" }
//
// [columns.met]
// type = "integer"
// meaning = { zh = "今年见过", en = "Met this year" }
//
// [columns.share]
// type = "number"
// meaning = { zh = "占比", en = "Share" }
// unit = { zh = "%", en = "%" }
//
// [columns.units]
// type = "integer"
// meaning = { zh = "联系单位", en = "Units" }
//
// [columns.visited]
// type = "integer"
// meaning = { zh = "今年走访过的单位", en = "Units visited this year" }
// ---
MATCH (a:LiaisonAssignment)
WHERE coalesce(a.start, '') <= $as_of AND (a.end IS NULL OR a.end > $as_of) AND ($officer IS NULL OR a.officer = $officer)
WITH a, [(a)-[:LIAISES]->(u:Unit) | u.id] AS units,
  [(a)-[:LIAISES]->(u:Unit)<-[:VISITED]-(v:Visit) WHERE left(v.date, 4) = left($as_of, 4) AND v.date <= $as_of | u.id] AS visits,
  [(a)-[:LIAISES]->(:Unit)<-[:PART_OF*0..8]-(:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' | c]
  + [(a)-[:LIAISES_WITH]->(c:Cadre) | c] AS cadres
UNWIND CASE WHEN size(cadres) = 0 THEN [null] ELSE cadres END AS c
WITH DISTINCT a, units, visits, c
WHERE c IS NULL OR coalesce(c.person_status, '现职') = '现职'
WITH a, units, visits, c, EXISTS { MATCH (c)<-[:ABOUT]-(i:Interview) WHERE i.respondent_class = '本人' AND left(i.date, 4) = left($as_of, 4) AND i.date <= $as_of } AS talked,
  EXISTS { MATCH (c)<-[:MET]-(v:Visit) WHERE left(v.date, 4) = left($as_of, 4) AND v.date <= $as_of } AS visited
WITH a, units, visits, count(c) AS serving, sum(CASE WHEN talked OR visited THEN 1 ELSE 0 END) AS met
RETURN a AS assignment, a.area AS area, a.officer AS officer, serving, met,
  CASE WHEN serving > 0 THEN round(met * 1000.0 / serving) / 10.0 END AS share,
  size(units) AS units, size([u IN units WHERE u IN visits | u]) AS visited
ORDER BY share, area, officer, a.id
