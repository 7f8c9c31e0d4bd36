// ---
// title = { zh = "遗憾之后有改进", en = "Regretted, then better" }
// question = { zh = "谁在自述遗憾之后的年份, 同一能力项的项目评为较好以上?", en = "Whose later work on the same competency was graded better after a regret?" }
// sentence = { zh = "[{cadre} ]遗憾之后有改进的工作", en = "Work graded better after a regret[ of {cadre}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随业绩信息采集表数线性增长", en = "linear in achievement forms" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre
// MATCH said = (c)-[:SUBMITTED]->(f:AchievementForm)-[:REGRETS]->(w:WorkProject) WHERE w.id = $row.regretted
// MATCH done = (c)-[:RESPONSIBLE_FOR]->(b:WorkProject)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE b.id = $row.better AND e.id = $row.evaluation
// RETURN said, done
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.regretted]
// type = "record"
// meaning = { zh = "遗憾的项目", en = "Regretted project" }
//
// [columns.better]
// type = "record"
// meaning = { zh = "之后的项目", en = "Later project" }
//
// [columns.competency]
// type = "text"
// meaning = { zh = "能力项", en = "Competency" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "等次", en = "Grade" }
//
// [columns.evaluation]
// type = "record"
// meaning = { zh = "评估", en = "Evaluation" }
// ---
MATCH (c:Cadre)-[:SUBMITTED]->(f:AchievementForm)-[:REGRETS]->(w:WorkProject)-[:EXERCISES]->(k:Competency)
WHERE $cadre IS NULL OR c.id = $cadre
MATCH (c)-[r:RESPONSIBLE_FOR]->(b:WorkProject)-[:EXERCISES]->(k)
WHERE b.year > f.year AND r.role <> '参与'
MATCH (b)<-[:EVALUATES]-(e:ProjectEvaluation)
WHERE e.stage = '年底' AND e.grade IN ['好', '较好']
RETURN c AS cadre, w AS regretted, b AS better, k.name AS competency, e.grade AS grade, e AS evaluation
ORDER BY c.name, c.id, w.year, w.id, b.year, b.id, competency, e.id
