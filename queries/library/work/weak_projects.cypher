// ---
// title = { zh = "评为一般或差的项目", en = "Projects graded fair or poor" }
// question = { zh = "哪些项目被评为一般或差, 谁负责, 为什么?", en = "Which projects were graded low, who answered for them, and why?" }
// also = { zh = "干得差 失败 不好的项目 群众不满意", en = "failed bad projects" }
// sentence = { zh = "[{unit} ][{year} 年][{cadre} 负责、]评为 {grades} 的项目", en = "Projects[ of {unit}][ in {year}][ that {cadre} answers for] graded {grades}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随项目总数增长", en = "grows with the number of projects" }
// why = '''
// MATCH graded = (e:ProjectEvaluation)-[:EVALUATES]->(w:WorkProject)-[:OF_UNIT]->(u:Unit)
// WHERE e.id = $row.evaluation
// OPTIONAL MATCH answers = (c:Cadre)-[:RESPONSIBLE_FOR]->(w)
// RETURN graded, answers
// '''
//
// [parameters.grades]
// type = "several_of"
// help = { zh = "等次", en = "Grades" }
// choices = "project_grade"
// default = ["一般", "差"]
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
// [parameters.cadre]
// type = "cadre"
// help = { zh = "负责的干部, 不含仅参与的", en = "Who answers for them; not who only takes part" }
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
// [columns.stage]
// type = "text"
// meaning = { zh = "评估阶段", en = "Stage" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "等次", en = "Grade" }
//
// [columns.reason]
// type = "text"
// meaning = { zh = "原因", en = "Reason" }
//
// [columns.responsible]
// type = "things"
// meaning = { zh = "责任人", en = "Who answers for it" }
//
// [columns.evaluation]
// type = "record"
// meaning = { zh = "评估", en = "Evaluation" }
// ---
MATCH (e:ProjectEvaluation)-[:EVALUATES]->(w:WorkProject)-[:OF_UNIT]->(u:Unit)
WHERE ($grades IS NULL OR e.grade IN $grades) AND ($year IS NULL OR w.year = $year) AND ($unit IS NULL OR u.id IN $unit)
  AND ($cadre IS NULL OR EXISTS { MATCH (w)<-[a:RESPONSIBLE_FOR]-(d:Cadre) WHERE d.id = $cadre AND a.role <> '参与' })
OPTIONAL MATCH (c:Cadre)-[r:RESPONSIBLE_FOR]->(w) WHERE r.role <> '参与'
WITH e, w, u, c ORDER BY c.name, c.id
WITH e, w, u, collect(c) AS responsible
RETURN w AS project, u AS unit, w.year AS year, e.stage AS stage, e.grade AS grade, e.reason AS reason, responsible, e AS evaluation
ORDER BY year DESC, u.name, w.title, w.id, e.id, u.id
