// ---
// title = { zh = "某个项目由谁负责", en = "Who answered for a project" }
// question = { zh = "一个项目由谁负责, 当时任什么职务, 结果如何?", en = "Who answered for a project, in which post, and how did it end?" }
// also = { zh = "参与项目 负责项目 牵头 干过什么项目 参加过什么项目", en = "projects took part led responsible" }
// sentence = { zh = "对“{project}”负责的干部", en = "Who answered for {project}" }
// access = 3
// rows = 200
// seconds = 10
// shows = ["table", "graph"]
// one_row_for = ["cadre", "role", "unit"]
// growth = { zh = "只看一个项目, 与图库大小无关", en = "one project, whatever the size of the graph" }
// why = '''
// MATCH path = (c:Cadre)-[:RESPONSIBLE_FOR]->(w:WorkProject)
// WHERE w.id = $project AND c.id = $row.cadre
// OPTIONAL MATCH owner = (w)-[:OF_UNIT]->(u:Unit)
// OPTIONAL MATCH graded = (w)<-[:EVALUATES]-(e:ProjectEvaluation)
// RETURN path, owner, graded
// '''
//
// [parameters.project]
// type = "record"
// of = "WorkProject"
// help = { zh = "项目", en = "A project" }
// required = true
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.role]
// type = "text"
// meaning = { zh = "角色", en = "Role" }
//
// [columns.titles]
// type = "texts"
// meaning = { zh = "当年在该单位的职务", en = "Posts at the unit that year" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "年底评估", en = "Year-end grade" }
//
// [columns.problems]
// type = "integer"
// meaning = { zh = "抽查发现问题次数", en = "Spot checks that found a problem" }
// ---
MATCH (c:Cadre)-[r:RESPONSIBLE_FOR]->(w:WorkProject)-[:OF_UNIT]->(u:Unit)
WHERE w.id = $project
OPTIONAL MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit)
WHERE v.id = u.id AND t.kind = 'post' AND left(t.start, 4) <= toString(w.year)
  AND (t.end > toString(w.year) + '-01' OR (t.end IS NULL AND t.end_status = 'current'))
WITH c, r, w, u, t ORDER BY t.start, t.title
WITH c, r, w, u, collect(DISTINCT t.title) AS titles
OPTIONAL MATCH (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底'
WITH c, r, w, u, titles, e ORDER BY e.evaluated_on DESC, e.id
WITH c, r, w, u, titles, collect(e.grade)[0] AS grade
RETURN c AS cadre, r.role AS role, titles, u AS unit, w.year AS year, grade, COUNT { MATCH (w)<-[:INSPECTED]-(k:SpotCheck) WHERE k.severity IN ['问题较轻', '问题严重'] } AS problems
ORDER BY CASE r.role WHEN '牵头' THEN 0 WHEN '分管' THEN 1 ELSE 2 END, role, c.name, c.id, u.id
