// ---
// title = { zh = "某人的项目", en = "Projects of a cadre" }
// question = { zh = "一名干部历年承担了哪些项目, 评价如何?", en = "Which projects did a cadre answer for, and how were they graded?" }
// sentence = { zh = "{cadre} 承担的项目", en = "Projects of {cadre}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "只看一名干部的记录, 与图库大小无关", en = "the records of one cadre, whatever the size of the graph" }
// why = '''
// MATCH path = (c:Cadre)-[:RESPONSIBLE_FOR]->(w:WorkProject)
// WHERE w.id = $row.project
// OPTIONAL MATCH owner = (w)-[:OF_UNIT]->(u:Unit)
// OPTIONAL MATCH graded = (w)<-[:EVALUATES]-(e:ProjectEvaluation)
// RETURN path, owner, graded
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
// required = true
//
// [parameters.roles]
// type = "several_of"
// help = { zh = "角色", en = "Roles" }
// choices = "project_role"
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度", en = "Year" }
// minimum = 1950
// maximum = 2100
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.project]
// type = "record"
// meaning = { zh = "项目", en = "Project" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.role]
// type = "text"
// meaning = { zh = "角色", en = "Role" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "等次", en = "Grade" }
//
// [columns.result]
// type = "text"
// meaning = { zh = "完成情况", en = "Result" }
// ---
MATCH (c:Cadre)-[r:RESPONSIBLE_FOR]->(w:WorkProject)-[:OF_UNIT]->(u:Unit)
WHERE c.id = $cadre AND ($roles IS NULL OR r.role IN $roles) AND ($year IS NULL OR w.year = $year)
OPTIONAL MATCH (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底'
WITH w, u, r, e ORDER BY e.evaluated_on DESC, e.id
WITH w, u, r, collect(e.grade)[0] AS grade
RETURN w.year AS year, w AS project, u AS unit, r.role AS role, grade, w.result AS result
ORDER BY year DESC, w.title, w.id, u.id, role, grade
