// ---
// title = { zh = "牵头项目评好最多", en = "Most projects led and graded good" }
// question = { zh = "谁牵头的项目评好最多?", en = "Whose led projects were graded good most often?" }
// also = { zh = "能人 谁干得最好 最强", en = "best people" }
// sentence = { zh = "[{unit} ]{since} 年以来牵头项目评好 {at_least} 个以上的[ {level} ]干部", en = "Cadres[ ({level})][ of {unit}] with {at_least} or more led projects graded good since {since}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随项目总数增长", en = "grows with the number of projects" }
// why = '''
// UNWIND $row.projects AS one
// MATCH path = (c:Cadre)-[:RESPONSIBLE_FOR]->(w:WorkProject)<-[:EVALUATES]-(e:ProjectEvaluation)
// WHERE c.id = $row.cadre AND w.id = one.id
// RETURN path
// '''
//
// [parameters.since]
// type = "integer"
// help = { zh = "从哪一年", en = "From which year" }
// default = 2021
// minimum = 1950
// maximum = 2100
//
// [parameters.at_least]
// type = "integer"
// help = { zh = "至少几项好", en = "At least how many" }
// default = 2
// minimum = 1
// maximum = 100
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.good]
// type = "integer"
// meaning = { zh = "好", en = "Good" }
//
// [columns.other]
// type = "integer"
// meaning = { zh = "其他等次", en = "Other grades" }
//
// [columns.projects]
// type = "things"
// meaning = { zh = "评好的项目", en = "Projects graded good" }
// ---
MATCH (c:Cadre)-[r:RESPONSIBLE_FOR]->(w:WorkProject)<-[:EVALUATES]-(e:ProjectEvaluation)
WHERE r.role = '牵头' AND e.stage = '年底' AND w.year >= $since AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
WITH c, w, e ORDER BY w.year, w.title, w.id
WITH c, collect(DISTINCT CASE WHEN e.grade = '好' THEN w END) AS projects, sum(CASE WHEN e.grade <> '好' THEN 1 ELSE 0 END) AS other
WHERE size(projects) >= $at_least
RETURN c AS cadre, size(projects) AS good, other, projects
ORDER BY good DESC, other, c.name, c.id
