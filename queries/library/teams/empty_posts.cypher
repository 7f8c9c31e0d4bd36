// ---
// title = { zh = "长期空缺的岗位", en = "Posts long empty" }
// question = { zh = "哪些岗位无人任职, 空了多久?", en = "Which posts has nobody held, and since when?" }
// also = { zh = "没人干 无人 空岗 空着 空缺", en = "vacant nobody holds" }
// sentence = { zh = "[{unit} ]截至 {as_of} 空缺满 {months_over} 个月、{within} 个月内有人任过的岗位", en = "Posts[ at {unit}] empty for {months_over} months or more on {as_of} and held within {within} months" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
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
// [parameters.months_over]
// type = "integer"
// help = { zh = "空缺超过几个月", en = "Empty for more than how many months" }
// default = 6
// minimum = 0
// maximum = 240
//
// [parameters.within]
// type = "integer"
// help = { zh = "只看最近几个月内还有人任的岗位", en = "Only posts held within how many months" }
// default = 60
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
// meaning = { zh = "最后免职时间", en = "Last held until" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "月数", en = "Months" }
// unit = { zh = "月", en = "months" }
// ---
MATCH (p:Post)-[:IN_UNIT]->(u:Unit)
WHERE $unit IS NULL OR u.id IN $unit
MATCH (p)<-[:OF_POST]-(t:Tenure)
WHERE t.kind = 'post' AND t.start <= $as_of
WITH p, u, max(t.end) AS last, sum(CASE WHEN t.end_status <> 'ended' OR t.end > $as_of THEN 1 ELSE 0 END) AS present
WHERE present = 0 AND last IS NOT NULL
WITH p, u, last, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(last) >= 7 THEN toInteger(left(last, 4)) * 12 + toInteger(substring(last, 5, 2)) END) AS months
WHERE months >= $months_over AND months <= $within
RETURN p AS post, u AS unit, last, months
ORDER BY months DESC, u.name, p.title, p.id, u.id, last
