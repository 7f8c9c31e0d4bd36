// ---
// title = { zh = "某日在任的班子", en = "A team on a day" }
// question = { zh = "某单位在某一天有哪些人在任?", en = "Who held the posts of a unit on a day?" }
// also = { zh = "班子 有谁 领导班子 成员", en = "team members leadership" }
// sentence = { zh = "{unit} 在 {as_of} 的在任人员", en = "Who held posts at {unit} on {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "graph"]
// growth = { zh = "随该单位的任职数线性增长", en = "linear in the tenures at the unit" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE t.id = $row.tenure
// RETURN path
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
// required = true
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务", en = "Post" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.since]
// type = "day"
// meaning = { zh = "起", en = "Since" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "成员类别", en = "Principal or deputy" }
//
// [columns.concurrent]
// type = "yes_no"
// meaning = { zh = "兼任", en = "Concurrent" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE u.id IN $unit AND t.kind <> 'rank' AND t.start <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))
RETURN u AS unit, t.title AS title, c AS cadre, t.start AS since, t.member_category AS kind, coalesce(t.concurrent, false) AS concurrent, t AS tenure
ORDER BY u.name, coalesce(t.order, 99), t.title, c.name, c.id, t.id, u.id
