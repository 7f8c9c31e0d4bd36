// ---
// title = { zh = "某人各任职期间的工作", en = "Work of a cadre by post" }
// question = { zh = "一名干部在每个职务上承担了哪些项目, 评价如何?", en = "Which projects did a cadre answer for in each post, and how were they graded?" }
// also = { zh = "干过什么 参加过 做了什么 政绩 业绩 项目", en = "achievements projects did what" }
// sentence = { zh = "{cadre} 在各职务上的工作", en = "What {cadre} did in each post" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "只看一名干部的记录, 与图库大小无关", en = "the records of one cadre, whatever the size of the graph" }
// why = '''
// MATCH path = (c:Cadre)-[:RESPONSIBLE_FOR]->(w:WorkProject)-[:OF_UNIT]->(u:Unit)
// WHERE c.id = $cadre AND w.id = $row.project
// OPTIONAL MATCH post = (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(:Unit) WHERE t.id = $row.tenure
// OPTIONAL MATCH grade = (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底'
// RETURN path, post, grade
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
// required = true
//
// [parameters.roles]
// type = "several_of"
// help = { zh = "担任的角色", en = "Roles" }
// choices = "project_role"
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务", en = "Post" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "任职时间", en = "Since" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.project]
// type = "record"
// meaning = { zh = "项目", en = "Project" }
//
// [columns.role]
// type = "text"
// meaning = { zh = "角色", en = "Role" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "年底评估", en = "Year-end grade" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (c:Cadre)-[r:RESPONSIBLE_FOR]->(w:WorkProject)-[:OF_UNIT]->(u:Unit)
WHERE c.id = $cadre AND ($roles IS NULL OR r.role IN $roles)
OPTIONAL MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit)
WHERE v.id = u.id AND t.kind = 'post' AND left(t.start, 4) <= toString(w.year)
  AND (t.end > toString(w.year) + '-01' OR (t.end IS NULL AND t.end_status = 'current'))
OPTIONAL MATCH (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底'
RETURN DISTINCT t.title AS title, t.start AS start, u AS unit, w.year AS year, w AS project, r.role AS role, e.grade AS grade, t AS tenure
ORDER BY year DESC, start DESC, title, w.title, w.id, role, grade, t.id, u.id
