// ---
// title = { zh = "通往某岗位的上一职务", en = "Posts before a post" }
// question = { zh = "担任某职务的人, 上一个职务通常是什么, 干了多久?", en = "What did the holders of a post do just before, and for how long?" }
// also = { zh = "从哪个岗位提拔 提拔 晋升", en = "promoted from" }
// sentence = { zh = "任 {post} 之前的职务", en = "Posts before {post}" }
// access = 2
// rows = 1000
// seconds = 30
// shows = ["table", "bar"]
// growth = { zh = "随任过该岗位的人数增长", en = "grows with those who ever held the post" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:OF_POST]->(p:Post)
// WHERE c.id IN [one IN $row.cadres | one.id] AND (p.id IN $post OR t.title = $row.before)
// RETURN path
// '''
//
// [parameters.post]
// type = "post"
// help = { zh = "岗位", en = "A post" }
// required = true
//
// [columns.before]
// type = "text"
// meaning = { zh = "上一职务", en = "Post before" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Number of cadres" }
//
// [columns.median]
// type = "number"
// meaning = { zh = "上一职务月数中位数", en = "Median months there" }
// unit = { zh = "月", en = "months" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE p.id IN $post AND t.start IS NOT NULL
WITH DISTINCT c, t
MATCH (c)-[:HELD]->(b:Tenure)
WHERE b.kind = 'post' AND b.start < t.start AND b.title IS NOT NULL AND NOT coalesce(b.concurrent, false) AND b.title <> t.title
WITH c, t, b
ORDER BY b.start DESC, b.title, b.id
WITH c, t, collect(b)[0] AS b
WITH c, b.title AS before, (CASE WHEN size(b.end) >= 7 THEN toInteger(left(b.end, 4)) * 12 + toInteger(substring(b.end, 5, 2)) END) - (CASE WHEN size(b.start) >= 7 THEN toInteger(left(b.start, 4)) * 12 + toInteger(substring(b.start, 5, 2)) END) AS months
ORDER BY c.name, c.id
WITH before, percentileCont(months, 0.5) AS median, collect(DISTINCT c) AS cadres
RETURN before, size(cadres) AS count, median, cadres
ORDER BY count DESC, before
