// ---
// title = { zh = "人选不足的空缺", en = "Vacancies with few candidates" }
// question = { zh = "哪些空缺岗位, 同单位现职人员不足几名?", en = "For which empty posts does the unit have fewer people in office than so many?" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随岗位数线性增长", en = "linear in posts" }
// why = '''
// MATCH path = (u:Unit)<-[:IN_UNIT]-(p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c:Cadre)
// WHERE p.id = $row.post
// RETURN path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.fewer_than]
// type = "integer"
// help = { zh = "少于几名", en = "Fewer than how many" }
// default = 3
// minimum = 1
// maximum = 100
//
// [parameters.within]
// type = "integer"
// help = { zh = "只看最近几个月内空出的", en = "Empty for at most how many months" }
// default = 36
// minimum = 1
// maximum = 600
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.post]
// type = "post"
// meaning = { zh = "岗位", en = "Post" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.last]
// type = "day"
// meaning = { zh = "空出时间", en = "Empty since" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "可比人选", en = "Comparable people" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (p:Post)-[:IN_UNIT]->(u:Unit)
WHERE $unit IS NULL OR u.id IN $unit
MATCH (p)<-[:OF_POST]-(t:Tenure)
WHERE t.kind = 'post' AND t.start <= $as_of AND coalesce(t.is_leader, true)
WITH p, u, max(t.end) AS last, sum(CASE WHEN t.end_status <> 'ended' OR t.end > $as_of THEN 1 ELSE 0 END) AS present
WHERE present = 0 AND (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(last) >= 7 THEN toInteger(left(last, 4)) * 12 + toInteger(substring(last, 5, 2)) END) <= $within
OPTIONAL MATCH (u)<-[:AT_UNIT]-(s:Tenure)<-[:HELD]-(c:Cadre)
WHERE (coalesce(s.start, '') <= $as_of AND (s.end > $as_of OR (s.end IS NULL AND s.end_status = 'current'))) AND s.kind = 'post' AND coalesce(c.person_status, '现职') = '现职'
WITH p, u, last, c ORDER BY c.name, c.id
WITH p, u, last, collect(DISTINCT c) AS cadres
WHERE size(cadres) < $fewer_than
RETURN p AS post, u AS unit, last, size(cadres) AS count, cadres
ORDER BY count, last DESC, u.name, p.title, p.id
