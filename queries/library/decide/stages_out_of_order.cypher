// ---
// title = { zh = "选任程序缺漏或倒序", en = "Selection stages missing or out of order" }
// question = { zh = "哪些选任案卷缺少应有的步骤, 或者后一步早于前一步?", en = "Which selection cases lack a stage they must have, or took a later stage before an earlier one?" }
// sentence = { zh = "[{unit} ]步骤缺漏或倒序的选任案卷", en = "Selection cases[ of {unit}] with a stage missing or out of order" }
// access = 3
// rows = 1000
// seconds = 20
// one_row_for = ["case", "unit"]
// shows = ["table"]
// source = { zh = "《党政领导干部选拔任用工作条例》第三章至第七章: 分析研判和动议、民主推荐、考察、讨论决定、任职; 提拔任职的任前公示", en = "Regulations on the Selection and Appointment of Leading Cadres, chapters 3 to 7: analysis and motion, democratic recommendation, inspection, deliberation and decision, appointment; public notice before a promotion" }
// growth = { zh = "随选任案卷数线性增长", en = "linear in selection cases" }
// why = '''
// MATCH (k:SelectionCase) WHERE k.id = $row.case
// OPTIONAL MATCH considered = (k)-[:CONSIDERS]->(:Cadre)
// OPTIONAL MATCH stages = (k)-[:HAS_STAGE]->(:StageRecord)
// OPTIONAL MATCH place = (k)-[:FILLS_POST_AT]->(:Unit)
// RETURN k, considered, stages, place
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "拟任单位; 连同下属单位", en = "Unit of the post, with what is below it" }
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天启动的", en = "Opened since which day" }
//
// [parameters.kinds]
// type = "several_of"
// help = { zh = "任用方式; 方式不明的总会列出", en = "Kinds of appointment; cases of unknown kind are always among them" }
// choices = "selection_kind"
// default = ["提拔任职", "进一步使用", "平级转任"]
//
// [parameters.case]
// type = "record"
// of = "SelectionCase"
// help = { zh = "某一案卷, 编号即可", en = "One case, by its number" }
//
// [columns.case]
// type = "record"
// meaning = { zh = "选任案卷", en = "Selection case" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "拟任单位", en = "Unit" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "拟任人选", en = "Proposed" }
//
// [columns.opened]
// type = "day"
// meaning = { zh = "启动日期", en = "Opened on" }
//
// [columns.verdict]
// type = "text"
// meaning = { zh = "结论", en = "Verdict" }
//
// [columns.missing]
// type = "texts"
// meaning = { zh = "没有记录的步骤", en = "Stages not on record" }
//
// [columns.reversed]
// type = "texts"
// meaning = { zh = "倒序", en = "Out of order" }
//
// [columns.unknown]
// type = "texts"
// meaning = { zh = "尚不清楚", en = "Not known" }
// ---
MATCH (k:SelectionCase)
WHERE (k.kind IS NULL OR k.kind IN $kinds) AND ($case IS NULL OR k.id = $case) AND ($since IS NULL OR k.opened_on >= left($since, size(k.opened_on)))
  AND ($unit IS NULL OR EXISTS { MATCH (k)-[:FILLS_POST_AT]->(u:Unit) WHERE u.id IN $unit })
OPTIONAL MATCH (k)-[:HAS_STAGE]->(s:StageRecord)
WITH k, s.stage AS stage, min(s.start) AS first
WITH k, stage, first, CASE stage WHEN '动议' THEN 1 WHEN '民主推荐' THEN 2 WHEN '考察' THEN 3 WHEN '讨论决定' THEN 4 WHEN '任前公示' THEN 5 WHEN '任职' THEN 6 END AS step
ORDER BY step
WITH k, collect({stage: stage, first: first, step: step}) AS taken, collect(stage) AS names, coalesce(max(step), 0) AS latest
CALL (taken) {
  UNWIND taken AS one
  UNWIND taken AS other
  WITH one, other WHERE one.step < other.step AND left(other.first, size(one.first)) < left(one.first, size(other.first))
  WITH one, other ORDER BY one.step, other.step
  RETURN collect(other.stage + ' ' + other.first + ' 早于' + one.stage + ' ' + one.first) AS reversed
}
WITH k, taken, reversed, [one IN [
    {stage: '动议', step: 1, needed: true}, {stage: '民主推荐', step: 2, needed: k.kind IN ['提拔任职', '进一步使用']},
    {stage: '考察', step: 3, needed: true}, {stage: '讨论决定', step: 4, needed: true},
    {stage: '任前公示', step: 5, needed: k.kind = '提拔任职'}, {stage: '任职', step: 6, needed: true}]
  WHERE NOT one.stage IN names AND (one.step < latest OR k.outcome = '已任职')] AS absent
WITH k, reversed, [one IN absent WHERE one.needed | one.stage] AS missing,
  [one IN absent WHERE one.needed IS NULL | one.stage + ': 任用方式不明, 是否必经不清楚'] + [one IN taken WHERE one.stage IS NOT NULL AND one.first IS NULL | one.stage + ': 没有日期'] AS unknown
WHERE size(missing) + size(reversed) + size(unknown) > 0
OPTIONAL MATCH (k)-[:FILLS_POST_AT]->(u:Unit)
OPTIONAL MATCH (k)-[r:CONSIDERS]->(c:Cadre) WHERE r.role = '拟任人选'
WITH k, u, missing, reversed, unknown, c ORDER BY c.name, c.id
WITH k, u, missing, reversed, unknown, collect(c) AS cadres
RETURN k AS case, u AS unit, cadres, k.opened_on AS opened,
  CASE WHEN size(missing) + size(reversed) > 0 THEN '不合程序' ELSE '待核实' END AS verdict, missing, reversed, unknown
ORDER BY verdict, opened DESC, k.number, k.id, u.id
