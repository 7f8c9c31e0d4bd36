// ---
// title = { zh = "未评估的项目", en = "Projects without an evaluation" }
// question = { zh = "哪些项目过了年度还没有年底评估?", en = "Which projects have no year-end evaluation after their year?" }
// sentence = { zh = "[{unit} ][{year} 年]截至 {as_of} 没有年底评估的项目", en = "Projects[ of {unit}][ of {year}] without a year-end evaluation on {as_of}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随项目总数增长", en = "grows with the number of projects" }
// why = '''
// MATCH owner = (w:WorkProject)-[:OF_UNIT]->(u:Unit)
// WHERE w.id = $row.project
// OPTIONAL MATCH path = (c:Cadre)-[:RESPONSIBLE_FOR]->(w)
// OPTIONAL MATCH graded = (w)<-[:EVALUATES]-(e:ProjectEvaluation)
// RETURN owner, path, graded
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度", en = "Year" }
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
// type = "day"
// meaning = { zh = "完成时限", en = "Deadline" }
// ---
MATCH (w:WorkProject)-[:OF_UNIT]->(u:Unit)
WHERE ($year IS NULL OR w.year = $year) AND w.year < toInteger(left($as_of, 4)) AND ($unit IS NULL OR u.id IN $unit)
  AND NOT EXISTS { MATCH (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底' }
RETURN w AS project, u AS unit, w.year AS year, w.deadline AS deadline
ORDER BY year DESC, u.name, w.title, w.id, u.id
