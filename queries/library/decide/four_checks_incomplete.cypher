// ---
// title = { zh = "凡提四必不全", en = "The four checks not complete" }
// question = { zh = "哪些考察对象和拟任人选的凡提四必有缺项、未办结、不通过, 或在上会之后才完成?", en = "For which candidates is one of the four checks before an appointment not on record, in hand, failed, or done only after the meeting?" }
// sentence = { zh = "[{cadre} ]凡提四必不全的人选", en = "Candidates whose four checks are not complete[: {cadre}]" }
// access = 4
// rows = 1000
// seconds = 20
// one_row_for = ["cadre", "case", "role"]
// shows = ["table"]
// source = { zh = "中共中央办公厅《关于防止干部“带病提拔”的意见》: 档案凡提必审, 个人有关事项报告凡提必核, 纪检监察机关意见凡提必听, 线索具体、有可查性的信访举报凡提必查", en = "Opinions on Preventing Promotion despite Problems: before any promotion the file is examined, the report on personal matters checked, the discipline organs heard, and petitions that can be looked into are looked into" }
// growth = { zh = "随选任案卷数线性增长", en = "linear in selection cases" }
// why = '''
// MATCH stood = (k:SelectionCase)-[:CONSIDERS]->(c:Cadre) WHERE k.id = $row.case AND c.id = $row.cadre
// OPTIONAL MATCH done = (k)<-[:CHECKED_FOR]-(:PreAppointmentCheck)-[:CHECKED]->(c)
// OPTIONAL MATCH met = (k)<-[:DELIBERATES]-(:AgendaItem)
// RETURN stood, done, met
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "拟任单位; 连同下属单位", en = "Unit of the post, with what is below it" }
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "人选", en = "The candidate" }
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天启动的", en = "Opened since which day" }
//
// [parameters.kinds]
// type = "several_of"
// help = { zh = "任用方式; 方式不明的总会列出", en = "Kinds of appointment; cases of unknown kind are always among them" }
// choices = "selection_kind"
// default = ["提拔任职", "进一步使用"]
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
// [columns.missing]
// type = "texts"
// meaning = { zh = "没有记录", en = "Not on record" }
//
// [columns.open]
// type = "texts"
// meaning = { zh = "核查中或结果不明", en = "In hand, or result not known" }
//
// [columns.failed]
// type = "texts"
// meaning = { zh = "不通过", en = "Failed" }
//
// [columns.late]
// type = "texts"
// meaning = { zh = "上会后才完成", en = "Done after the meeting" }
// ---
MATCH (k:SelectionCase)-[r:CONSIDERS]->(c:Cadre)
WHERE (k.kind IS NULL OR k.kind IN $kinds) AND (r.role IS NULL OR r.role IN ['考察对象', '拟任人选'])
  AND ($case IS NULL OR k.id = $case) AND ($since IS NULL OR k.opened_on >= left($since, size(k.opened_on))) AND ($cadre IS NULL OR c.id = $cadre)
  AND ($unit IS NULL OR EXISTS { MATCH (k)-[:FILLS_POST_AT]->(u:Unit) WHERE u.id IN $unit })
OPTIONAL MATCH (k)<-[:DELIBERATES]-(m:AgendaItem)
WITH k, r, c, coalesce(min(CASE WHEN m.decision = '通过' THEN m.held_on END), max(m.held_on)) AS discussed
UNWIND [0, 1, 2, 3] AS place
WITH k, r, c, discussed, place, ['档案审核', '个人事项查核', '纪检监察意见', '信访举报核查'][place] AS kind
OPTIONAL MATCH (k)<-[:CHECKED_FOR]-(h:PreAppointmentCheck)-[:CHECKED]->(c) WHERE h.kind = kind
WITH k, r, c, discussed, place, kind, h ORDER BY coalesce(h.date, ''), h.id
WITH k, r, c, discussed, place, kind, collect(h) AS done
WITH k, r, c, discussed, place, kind, done[size(done) - 1] AS last ORDER BY place
WITH k, r, c, discussed,
  collect(CASE WHEN last IS NULL THEN kind END) AS missing,
  collect(CASE WHEN last.id IS NOT NULL AND coalesce(last.result, '核查中') = '核查中' THEN kind END) AS open,
  collect(CASE WHEN last.result = '不通过' THEN kind END) AS failed,
  collect(CASE WHEN coalesce(last.result, '核查中') <> '核查中' AND left(last.date, size(discussed)) > left(discussed, size(last.date)) THEN kind + ' ' + last.date END) AS late
WHERE size(missing) + size(open) + size(failed) + size(late) > 0
RETURN c AS cadre, r.role AS role, k AS case, discussed, missing, open, failed, late
ORDER BY discussed IS NULL, discussed DESC, k.number, c.name, c.id, k.id, role
