// ---
// title = { zh = "各类项目等次", en = "Grades by category of project" }
// question = { zh = "重点、改革、民生、急难险重各类项目每年评得怎样?", en = "How were key, reform, livelihood and urgent projects graded each year?" }
// sentence = { zh = "[{unit} ][{year} 年][ {categories} ]各类项目等次", en = "Grades of projects by category[ ({categories})][ of {unit}][ in {year}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随项目总数增长", en = "grows with the number of projects" }
// why = '''
// MATCH path = (w:WorkProject)-[:OF_UNIT]->(u:Unit)
// WHERE coalesce(w.category, '不详') = $row.category AND w.year = $row.year AND ($unit IS NULL OR u.id IN $unit)
// OPTIONAL MATCH grade = (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底'
// RETURN path, grade
// ORDER BY w.title, w.id, e.id
// '''
//
// [parameters.categories]
// type = "several_of"
// help = { zh = "项目类别", en = "Categories" }
// choices = "project_category"
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
// [columns.category]
// type = "text"
// meaning = { zh = "项目类别", en = "Category" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.projects]
// type = "integer"
// meaning = { zh = "项目数", en = "Projects" }
//
// [columns.good]
// type = "integer"
// meaning = { zh = "好", en = "Good" }
//
// [columns.fair]
// type = "integer"
// meaning = { zh = "较好", en = "Fairly good" }
//
// [columns.weak]
// type = "integer"
// meaning = { zh = "一般", en = "Fair" }
//
// [columns.bad]
// type = "integer"
// meaning = { zh = "差", en = "Poor" }
//
// [columns.ungraded]
// type = "integer"
// meaning = { zh = "未评估", en = "Not evaluated" }
// ---
MATCH (w:WorkProject)-[:OF_UNIT]->(u:Unit)
WHERE ($categories IS NULL OR w.category IN $categories) AND ($year IS NULL OR w.year = $year) AND ($unit IS NULL OR u.id IN $unit)
OPTIONAL MATCH (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底'
WITH w, e ORDER BY e.evaluated_on, e.id
WITH w, collect(e.grade)[-1] AS grade
RETURN coalesce(w.category, '不详') AS category, w.year AS year, count(w) AS projects, sum(CASE WHEN grade = '好' THEN 1 ELSE 0 END) AS good, sum(CASE WHEN grade = '较好' THEN 1 ELSE 0 END) AS fair, sum(CASE WHEN grade = '一般' THEN 1 ELSE 0 END) AS weak, sum(CASE WHEN grade = '差' THEN 1 ELSE 0 END) AS bad, sum(CASE WHEN grade IS NULL THEN 1 ELSE 0 END) AS ungraded
ORDER BY year DESC, projects DESC, category
