// ---
// title = { zh = "在办的选任案卷", en = "Selection cases in hand" }
// question = { zh = "哪些选任案卷还没有办结, 走到哪一步, 停了多久?", en = "Which selection cases are not closed, which stage have they reached, and for how long have they rested there?" }
// sentence = { zh = "[{unit} ]截至 {as_of} 未办结的选任案卷", en = "Selection cases[ of {unit}] not closed as of {as_of}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随选任案卷数线性增长", en = "linear in selection cases" }
// why = '''
// MATCH (k:SelectionCase) WHERE k.id = $row.case
// OPTIONAL MATCH considered = (k)-[:CONSIDERS]->(:Cadre)
// OPTIONAL MATCH stages = (k)-[:HAS_STAGE]->(:StageRecord)
// OPTIONAL MATCH place = (k)-[:FILLS_POST_AT]->(:Unit)
// RETURN k, considered, stages, place
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "拟任单位; 连同下属单位", en = "Unit of the post, with what is below it" }
//
// [parameters.kinds]
// type = "several_of"
// help = { zh = "任用方式", en = "Kinds of appointment" }
// choices = "selection_kind"
//
// [columns.case]
// type = "record"
// meaning = { zh = "选任案卷", en = "Selection case" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "拟任单位", en = "Unit" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "任用方式", en = "Kind of appointment" }
//
// [columns.opened]
// type = "day"
// meaning = { zh = "启动日期", en = "Opened on" }
//
// [columns.stage]
// type = "text"
// meaning = { zh = "最近一步", en = "Latest stage" }
//
// [columns.reached]
// type = "day"
// meaning = { zh = "从哪天", en = "Since" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "已停月数", en = "Months since" }
// unit = { zh = "月", en = "months" }
//
// [columns.candidates]
// type = "things"
// meaning = { zh = "人选", en = "Candidates" }
// ---
MATCH (k:SelectionCase)
WHERE (k.closed_on IS NULL AND k.outcome IS NULL OR (k.closed_on >= left($as_of, size(k.closed_on)) AND k.closed_on <> $as_of)) AND (k.opened_on IS NULL OR k.opened_on <= $as_of)
  AND ($kinds IS NULL OR k.kind IN $kinds) AND ($unit IS NULL OR EXISTS { MATCH (k)-[:FILLS_POST_AT]->(u:Unit) WHERE u.id IN $unit })
OPTIONAL MATCH (k)-[:HAS_STAGE]->(s:StageRecord) WHERE s.start <= $as_of
WITH k, s ORDER BY s.start DESC, s.id
WITH k, collect({stage: s.stage, start: s.start})[0] AS latest
OPTIONAL MATCH (k)-[:FILLS_POST_AT]->(u:Unit)
OPTIONAL MATCH (k)-[:CONSIDERS]->(c:Cadre)
WITH k, latest, u, c ORDER BY c.name, c.id
WITH k, latest, u, collect(DISTINCT c) AS candidates
RETURN k AS case, u AS unit, k.kind AS kind, k.opened_on AS opened, latest.stage AS stage, latest.start AS reached,
  (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(latest.start) >= 7 THEN toInteger(left(latest.start, 4)) * 12 + toInteger(substring(latest.start, 5, 2)) END) AS months, candidates
ORDER BY months DESC, opened, k.number, k.id, u.id
