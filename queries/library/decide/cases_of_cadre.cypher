// ---
// title = { zh = "某人历次选任", en = "Selection cases of a cadre" }
// question = { zh = "某人进过哪些选任案卷, 是什么人选, 上会结果如何?", en = "In which selection cases was a cadre considered, as what, and what did the meeting decide?" }
// sentence = { zh = "{cadre} 历次进入选任的情况", en = "Selection cases in which {cadre} was considered" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "只看一名干部的记录, 与图库大小无关", en = "the records of one cadre, whatever the size of the graph" }
// why = '''
// MATCH path = (c:Cadre)<-[:CONSIDERS]-(k:SelectionCase)
// WHERE c.id = $cadre AND k.id = $row.case
// OPTIONAL MATCH met = (k)<-[:DELIBERATES]-(:AgendaItem)
// OPTIONAL MATCH nominated = (k)<-[:RECOMMENDED_FOR]-(:Recommendation)-[:NOMINATES]->(c)
// OPTIONAL MATCH place = (k)-[:FILLS_POST_AT]->(:Unit)
// RETURN path, met, nominated, place
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
// required = true
//
// [columns.case]
// type = "record"
// meaning = { zh = "选任案卷", en = "Selection case" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "拟任单位", en = "Unit" }
//
// [columns.post]
// type = "text"
// meaning = { zh = "拟任职务", en = "Post to be filled" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "任用方式", en = "Kind of appointment" }
//
// [columns.role]
// type = "text"
// meaning = { zh = "人选身份", en = "Stands as" }
//
// [columns.opened]
// type = "day"
// meaning = { zh = "启动日期", en = "Opened on" }
//
// [columns.nominations]
// type = "integer"
// meaning = { zh = "推荐件数", en = "Nominations" }
//
// [columns.discussed]
// type = "day"
// meaning = { zh = "最近上会", en = "Last before a meeting on" }
//
// [columns.decision]
// type = "text"
// meaning = { zh = "会议决定", en = "The meeting's decision" }
//
// [columns.outcome]
// type = "text"
// meaning = { zh = "案卷结果", en = "Outcome of the case" }
// ---
MATCH (c:Cadre)<-[r:CONSIDERS]-(k:SelectionCase)
WHERE c.id = $cadre
OPTIONAL MATCH (k)<-[:DELIBERATES]-(m:AgendaItem)
WITH c, r, k, m ORDER BY m.held_on DESC, m.id
WITH c, r, k, collect({day: m.held_on, decision: m.decision})[0] AS met
OPTIONAL MATCH (k)-[:FILLS_POST_AT]->(u:Unit)
RETURN k AS case, u AS unit, k.title AS post, k.kind AS kind, r.role AS role, k.opened_on AS opened,
  COUNT { MATCH (k)<-[:RECOMMENDED_FOR]-(:Recommendation)-[:NOMINATES]->(c) } AS nominations, met.day AS discussed, met.decision AS decision, k.outcome AS outcome
ORDER BY opened DESC, k.number, k.id, role, u.id, nominations, discussed, decision
