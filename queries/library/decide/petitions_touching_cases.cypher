// ---
// title = { zh = "选任中尚无结论的信访", en = "Petitions open while a case was decided" }
// question = { zh = "哪些人选在上会时 (未上会的, 截至今天) 有信访还没有结论?", en = "About which candidates was a petition without a conclusion when the meeting decided (or, where none has met, today)?" }
// also = { zh = "带病提拔 提拔对象 信访", en = "complaints against candidates" }
// sentence = { zh = "[{cadre} ]上会时有信访尚无结论的选任案卷", en = "Selection cases decided while a petition about a candidate[ ({cadre})] was open" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table"]
// source = { zh = "《党委（党组）讨论决定干部任免事项守则》: 反映的问题尚未查清的不提交会议; 未经查实的信访不降低评价", en = "Rules for Party Committees that Decide on Appointments: what is not cleared up does not go to the meeting; a petition that is not verified lowers no judgement" }
// growth = { zh = "随信访件数线性增长", en = "linear in petitions" }
// why = '''
// MATCH path = (p:Petition)-[:CONCERNS]->(c:Cadre)<-[:CONSIDERS]-(k:SelectionCase)
// WHERE p.id = $row.petition AND c.id = $row.cadre AND k.id = $row.case
// OPTIONAL MATCH met = (k)<-[:DELIBERATES]-(:AgendaItem)
// RETURN path, met
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天启动的", en = "Opened since which day" }
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "人选", en = "The candidate" }
//
// [parameters.petition]
// type = "record"
// of = "Petition"
// help = { zh = "某一信访", en = "One petition" }
//
// [parameters.case]
// type = "record"
// of = "SelectionCase"
// help = { zh = "某一案卷, 编号即可", en = "One case, by its number" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.role]
// type = "text"
// meaning = { zh = "人选身份", en = "Stands as" }
//
// [columns.case]
// type = "record"
// meaning = { zh = "选任案卷", en = "Selection case" }
//
// [columns.discussed]
// type = "day"
// meaning = { zh = "上会日期", en = "Before the meeting on" }
//
// [columns.petition]
// type = "record"
// meaning = { zh = "信访", en = "Petition" }
//
// [columns.received]
// type = "day"
// meaning = { zh = "受理日期", en = "Received on" }
//
// [columns.closed]
// type = "day"
// meaning = { zh = "办结日期", en = "Closed on" }
//
// [columns.result]
// type = "text"
// meaning = { zh = "现在的结论", en = "Result by now" }
// ---
MATCH (p:Petition)-[:CONCERNS]->(c:Cadre)<-[r:CONSIDERS]-(k:SelectionCase)
WHERE p.received_on IS NOT NULL AND ($since IS NULL OR k.opened_on >= left($since, size(k.opened_on))) AND ($cadre IS NULL OR c.id = $cadre) AND ($case IS NULL OR k.id = $case) AND ($petition IS NULL OR p.id = $petition)
OPTIONAL MATCH (k)<-[:DELIBERATES]-(m:AgendaItem) WHERE m.held_on <= $as_of
WITH p, c, r, k, max(m.held_on) AS discussed
WITH p, c, r, k, discussed, coalesce(discussed, k.closed_on, $as_of) AS decided
WHERE left(p.received_on, size(decided)) <= decided AND (p.closed_on IS NULL OR (p.closed_on >= left(decided, size(p.closed_on)) AND (p.closed_on <> decided OR size(decided) < 10))) AND (k.opened_on IS NULL OR k.opened_on <= $as_of)
RETURN c AS cadre, r.role AS role, k AS case, discussed, p AS petition, p.received_on AS received, p.closed_on AS closed, p.result AS result
ORDER BY discussed IS NULL DESC, discussed DESC, k.number, c.name, p.id, c.id, k.id, role
