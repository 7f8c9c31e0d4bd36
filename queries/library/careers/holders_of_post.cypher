// ---
// title = { zh = "历任", en = "Holders of a post" }
// question = { zh = "某岗位历任是谁, 各多久?", en = "Who has held a post, one after the other?" }
// also = { zh = "历任 前任 后任 谁干过", en = "predecessors successors held" }
// sentence = { zh = "{post} 历任", en = "Who has held {post}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随该岗位的任职数线性增长", en = "linear in the tenures of the post" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE t.id = $row.tenure
// OPTIONAL MATCH seat = (t)-[:OF_POST]->(:Post)-[:IN_UNIT]->(:Unit)
// RETURN path, seat
// '''
//
// [parameters.post]
// type = "post"
// help = { zh = "岗位", en = "A post" }
// required = true
//
// [columns.post]
// type = "post"
// meaning = { zh = "岗位", en = "Post" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "From" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "To" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "月数", en = "Months" }
// unit = { zh = "月", en = "months" }
//
// [columns.status]
// type = "text"
// meaning = { zh = "状态", en = "Status" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (u:Unit)<-[:IN_UNIT]-(p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE p.id IN $post
RETURN p AS post, u AS unit, c AS cadre, t.start AS start, t.end AS end, (CASE WHEN size(t.end) >= 7 THEN toInteger(left(t.end, 4)) * 12 + toInteger(substring(t.end, 5, 2)) END) - (CASE WHEN size(t.start) >= 7 THEN toInteger(left(t.start, 4)) * 12 + toInteger(substring(t.start, 5, 2)) END) AS months, t.end_status AS status, t AS tenure
ORDER BY u.name, p.id, t.start, c.name, c.id, t.id, u.id
