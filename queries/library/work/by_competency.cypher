// ---
// title = { zh = "某项能力的实绩", en = "Work by competency" }
// question = { zh = "谁的项目体现了某项能力, 评价如何?", en = "Whose projects exercised a competency, and how were they graded?" }
// sentence = { zh = "[{unit} ]体现“{competency}”的[、评为 {grades} 的]项目", en = "Projects[ of {unit}] that exercised {competency}[, graded {grades}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随项目总数增长", en = "grows with the number of projects" }
// why = '''
// MATCH path = (c:Cadre)-[:RESPONSIBLE_FOR]->(w:WorkProject)
// WHERE w.id = $row.project
// OPTIONAL MATCH graded = (w)<-[:EVALUATES]-(e:ProjectEvaluation)
// RETURN path, graded
// '''
//
// [parameters.competency]
// type = "text"
// help = { zh = "能力项中的词", en = "A word in the competency" }
// default = "抓落实"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.grades]
// type = "several_of"
// help = { zh = "等次", en = "Grades" }
// choices = "project_grade"
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.competency]
// type = "text"
// meaning = { zh = "能力项", en = "Competency" }
//
// [columns.project]
// type = "record"
// meaning = { zh = "项目", en = "Project" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "等次", en = "Grade" }
// ---
MATCH (k:Competency)<-[:EXERCISES]-(w:WorkProject)<-[r:RESPONSIBLE_FOR]-(c:Cadre)
WHERE ($competency IS NULL OR k.name CONTAINS $competency) AND r.role <> '参与' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
OPTIONAL MATCH (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底'
WITH c, k, w, e WHERE $grades IS NULL OR e.grade IN $grades
RETURN c AS cadre, k.name AS competency, w AS project, w.year AS year, e.grade AS grade
ORDER BY competency, c.name, c.id, year DESC, w.id, grade
