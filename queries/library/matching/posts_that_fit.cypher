// ---
// title = { zh = "适合某人的空缺岗位", en = "Posts that fit a cadre" }
// question = { zh = "以往任某岗位的人与这名干部经历相近, 而岗位现在空缺?", en = "Which empty posts were held before by people with posts like this cadre's?" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随岗位和任职数线性增长", en = "linear in posts and tenures" }
// why = '''
// MATCH path = (p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(o:Cadre)-[:HELD]->(b:Tenure)
// WHERE p.id = $row.post AND b.title IN $row.shared AND $cadre IS NOT NULL AND $as_of IS NOT NULL AND $within > 0
// RETURN path
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
// required = true
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.within]
// type = "integer"
// help = { zh = "只看最近几个月内空出的", en = "Empty for at most how many months" }
// default = 36
// minimum = 1
// maximum = 600
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
// [columns.shared]
// type = "texts"
// meaning = { zh = "相同的以往职务", en = "Earlier posts in common" }
// ---
MATCH (me:Cadre {id: $cadre})-[:HELD]->(m:Tenure)
WHERE m.kind = 'post' AND m.title IS NOT NULL
WITH collect(DISTINCT m.title) AS mine
MATCH (p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(o:Cadre)
WHERE t.kind = 'post' AND o.id <> $cadre AND t.start <= $as_of AND coalesce(t.is_leader, true)
WITH mine, p, max(t.end) AS last, sum(CASE WHEN t.end_status <> 'ended' OR t.end > $as_of THEN 1 ELSE 0 END) AS present, collect(DISTINCT o) AS holders
WHERE present = 0 AND (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(last) >= 7 THEN toInteger(left(last, 4)) * 12 + toInteger(substring(last, 5, 2)) END) <= $within
UNWIND holders AS o
MATCH (o)-[:HELD]->(b:Tenure)
WHERE b.kind = 'post' AND b.title IN mine AND b.title <> p.title AND b.start < last
WITH p, last, b.title AS title ORDER BY title
WITH p, last, collect(DISTINCT title) AS shared
MATCH (p)-[:IN_UNIT]->(u:Unit)
RETURN p AS post, u AS unit, last, shared
ORDER BY size(shared) DESC, last DESC, u.name, p.title, p.id
