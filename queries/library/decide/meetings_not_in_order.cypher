// ---
// title = { zh = "到会不足或主要负责人未末位表态的议题", en = "Agenda items without a quorum, or where the principal did not speak last" }
// question = { zh = "哪些干部任免议题到会不足三分之二, 主要负责人没有最后表态, 或者同意未超过应到成员半数仍算通过?", en = "At which agenda items on appointments were fewer than two thirds present, did the principal not speak last, or did one pass without more than half of all members?" }
// sentence = { zh = "[{since} 以来]会议程序有问题的任免议题", en = "Agenda items[ since {since}] not dealt with in order" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// source = { zh = "《党政领导干部选拔任用工作条例》第六章: 三分之二以上成员到会, 主要负责人末位表态, 以应到会成员超过半数同意形成决定", en = "Regulations on the Selection and Appointment of Leading Cadres, chapter 6: two thirds of the members present, the principal speaks last, a decision needs more than half of all members" }
// growth = { zh = "随议题数线性增长", en = "linear in agenda items" }
// why = '''
// MATCH path = (m:AgendaItem)-[:DELIBERATES]->(k:SelectionCase) WHERE m.id = $row.item
// OPTIONAL MATCH considered = (k)-[:CONSIDERS]->(:Cadre)
// RETURN path, considered
// '''
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天的会议", en = "Meetings since which day" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "拟任单位; 连同下属单位", en = "Unit of the post, with what is below it" }
//
// [parameters.case]
// type = "record"
// of = "SelectionCase"
// help = { zh = "某一案卷, 编号即可", en = "One case, by its number" }
//
// [columns.item]
// type = "record"
// meaning = { zh = "议题", en = "Agenda item" }
//
// [columns.meeting]
// type = "text"
// meaning = { zh = "会议", en = "Meeting" }
//
// [columns.held]
// type = "day"
// meaning = { zh = "会议日期", en = "Held on" }
//
// [columns.post]
// type = "text"
// meaning = { zh = "拟任职务", en = "Post to be filled" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "拟任人选", en = "Proposed" }
//
// [columns.present]
// type = "integer"
// meaning = { zh = "实到成员", en = "Members present" }
//
// [columns.expected]
// type = "integer"
// meaning = { zh = "应到成员", en = "Members" }
//
// [columns.decision]
// type = "text"
// meaning = { zh = "决定", en = "Decision" }
//
// [columns.verdict]
// type = "text"
// meaning = { zh = "结论", en = "Verdict" }
//
// [columns.wrong]
// type = "texts"
// meaning = { zh = "问题", en = "What is wrong" }
//
// [columns.unknown]
// type = "texts"
// meaning = { zh = "没有注明", en = "Not noted" }
// ---
MATCH (m:AgendaItem)-[:DELIBERATES]->(k:SelectionCase)
WHERE ($since IS NULL OR m.held_on >= left($since, size(m.held_on))) AND ($case IS NULL OR k.id = $case) AND ($unit IS NULL OR EXISTS { MATCH (k)-[:FILLS_POST_AT]->(u:Unit) WHERE u.id IN $unit })
WITH m, k, coalesce(m.spoken, m.present) AS spoken
WITH m, k, [
  CASE WHEN m.present * 3 < m.expected * 2 THEN '到会' + toString(m.present) + '人, 不足应到' + toString(m.expected) + '人的三分之二' END,
  CASE WHEN m.principal_order < spoken THEN '主要负责人第' + toString(m.principal_order) + '个表态, 共' + toString(spoken) + '人表态' END,
  CASE WHEN m.decision = '通过' AND m.agreed * 2 <= m.expected THEN '同意' + toString(m.agreed) + '人, 未超过应到' + toString(m.expected) + '人的半数' END] AS faults, [
  CASE WHEN m.present IS NULL OR m.expected IS NULL THEN '到会人数' END,
  CASE WHEN m.principal_order IS NULL OR spoken IS NULL THEN '主要负责人表态次序' END,
  CASE WHEN m.decision IS NULL THEN '决定' WHEN m.decision = '通过' AND (m.agreed IS NULL OR m.expected IS NULL) THEN '同意人数' END] AS open
WITH m, k, [one IN faults WHERE one IS NOT NULL] AS wrong, [one IN open WHERE one IS NOT NULL] AS unknown
WHERE size(wrong) + size(unknown) > 0
OPTIONAL MATCH (k)-[r:CONSIDERS]->(c:Cadre) WHERE r.role = '拟任人选'
WITH m, k, wrong, unknown, c ORDER BY c.name, c.id
WITH m, k, wrong, unknown, collect(c) AS cadres
RETURN m AS item, m.meeting AS meeting, m.held_on AS held, k.title AS post, cadres, m.present AS present, m.expected AS expected, m.decision AS decision,
  CASE WHEN size(wrong) > 0 THEN '不合程序' ELSE '待核实' END AS verdict, wrong, unknown
ORDER BY verdict, held DESC, k.number, m.id, k.id
