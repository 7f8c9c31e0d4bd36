// ---
// title = { zh = "抽查暗访发现问题", en = "Spot checks that found problems" }
// question = { zh = "哪些抽查暗访发现了问题?", en = "Which spot checks found problems?" }
// sentence = { zh = "[{unit} ][{since} 以来]结果为 {results} 的抽查暗访", en = "Spot checks[ at {unit}][ since {since}] with the result {results}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随抽查暗访数线性增长", en = "linear in spot checks" }
// why = '''
// MATCH (s:SpotCheck)
// WHERE s.id = $row.check
// OPTIONAL MATCH path = (s)-[:INSPECTED]->(w:WorkProject)
// OPTIONAL MATCH answers = (w)<-[:RESPONSIBLE_FOR]-(c:Cadre)
// OPTIONAL MATCH unit = (s)-[:INSPECTED_UNIT]->(u:Unit)
// RETURN s, path, answers, unit
// '''
//
// [parameters.results]
// type = "several_of"
// help = { zh = "程度", en = "How bad" }
// choices = "check_result"
// default = ["问题较轻", "问题严重"]
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.place]
// type = "text"
// meaning = { zh = "地点", en = "Place" }
//
// [columns.project]
// type = "record"
// meaning = { zh = "项目", en = "Project" }
//
// [columns.severity]
// type = "text"
// meaning = { zh = "程度", en = "How bad" }
//
// [columns.finding]
// type = "text"
// meaning = { zh = "发现情况", en = "Finding" }
//
// [columns.responsible]
// type = "things"
// meaning = { zh = "责任人", en = "Who answers for it" }
//
// [columns.check]
// type = "record"
// meaning = { zh = "抽查", en = "Check" }
// ---
MATCH (s:SpotCheck)
WHERE ($results IS NULL OR s.severity IN $results) AND ($since IS NULL OR s.date >= left($since, size(s.date))) AND ($unit IS NULL OR EXISTS { MATCH (s)-[:INSPECTED_UNIT]->(u:Unit) WHERE u.id IN $unit })
OPTIONAL MATCH (s)-[:INSPECTED]->(w:WorkProject)
OPTIONAL MATCH (c:Cadre)-[r:RESPONSIBLE_FOR]->(w) WHERE r.role <> '参与'
WITH s, w, c ORDER BY c.name, c.id
WITH s, w, collect(c) AS responsible
RETURN s.date AS date, s.place AS place, w AS project, s.severity AS severity, s.finding AS finding, responsible, s AS check
ORDER BY date DESC, w.title, w.id, s.id
