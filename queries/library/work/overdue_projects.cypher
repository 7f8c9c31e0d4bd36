// ---
// title = { zh = "过了完成时限的项目", en = "Projects past their deadline" }
// question = { zh = "哪些项目过了完成时限, 既没有完成情况也没有年底评估?", en = "Which projects are past their deadline with neither a result nor a year-end evaluation?" }
// also = { zh = "拖延 逾期 超期 没完成", en = "late delayed overdue" }
// sentence = { zh = "[{unit} ][{year} 年]截至 {as_of} 过了完成时限的项目", en = "Projects[ of {unit}][ of {year}] past their deadline on {as_of}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随项目总数增长", en = "grows with the number of projects" }
// why = '''
// MATCH path = (w:WorkProject)-[:OF_UNIT]->(u:Unit)
// WHERE w.id = $row.project
// OPTIONAL MATCH lead = (c:Cadre)-[r:RESPONSIBLE_FOR]->(w) WHERE r.role = '牵头'
// RETURN path, lead
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.year]
// type = "integer"
// help = { zh = "项目年度", en = "Year of the project" }
// minimum = 1950
// maximum = 2100
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.project]
// type = "record"
// meaning = { zh = "项目", en = "Project" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.deadline]
// type = "month"
// meaning = { zh = "完成时限", en = "Deadline" }
//
// [columns.months]
// type = "integer"
// meaning = { zh = "已过月数", en = "Months past" }
// unit = { zh = "月", en = "months" }
//
// [columns.result]
// type = "text"
// meaning = { zh = "完成情况", en = "Result" }
//
// [columns.leading]
// type = "things"
// meaning = { zh = "牵头人", en = "Who leads" }
// ---
MATCH (w:WorkProject)-[:OF_UNIT]->(u:Unit)
WHERE w.deadline < left($as_of, size(w.deadline)) AND ($year IS NULL OR w.year = $year) AND ($unit IS NULL OR u.id IN $unit)
  AND NOT EXISTS { MATCH (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底' AND e.evaluated_on <= $as_of }
OPTIONAL MATCH (c:Cadre)-[r:RESPONSIBLE_FOR]->(w) WHERE r.role = '牵头'
WITH w, u, c ORDER BY c.name, c.id
WITH w, u, collect(c) AS leading
RETURN w AS project, u AS unit, w.year AS year, w.deadline AS deadline,
  toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2)) - (CASE WHEN size(w.deadline) >= 7 THEN toInteger(left(w.deadline, 4)) * 12 + toInteger(substring(w.deadline, 5, 2)) END) AS months, w.result AS result, leading
ORDER BY deadline, u.name, u.id, w.title, w.id
