// ---
// title = { zh = "最满意而评价不高", en = "Most satisfied, graded low" }
// question = { zh = "哪些自评最满意的工作被组织评为一般或差?", en = "Which work that a cadre was most satisfied with did the department grade low?" }
// also = { zh = "群众不满意 满意度 自我满意", en = "satisfaction" }
// sentence = { zh = "[{unit} ][{year} 年]自评最满意而组织评价不高的工作", en = "Work[ of {unit}][ in {year}] that satisfied most and was graded low" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随业绩信息采集表数线性增长", en = "linear in achievement forms" }
// why = '''
// MATCH path = (c:Cadre)-[:SUBMITTED]->(f:AchievementForm)-[:MOST_SATISFIED_WITH]->(w:WorkProject)<-[:EVALUATES]-(e:ProjectEvaluation)
// WHERE f.id = $row.form AND e.id = $row.evaluation
// RETURN path
// '''
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
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
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
//
// [columns.said]
// type = "text"
// meaning = { zh = "自述", en = "In own words" }
//
// [columns.evaluation]
// type = "record"
// meaning = { zh = "评估", en = "Evaluation" }
//
// [columns.form]
// type = "record"
// meaning = { zh = "业绩表", en = "Form" }
// ---
MATCH (c:Cadre)-[:SUBMITTED]->(f:AchievementForm)-[:MOST_SATISFIED_WITH]->(w:WorkProject)<-[:EVALUATES]-(e:ProjectEvaluation)
WHERE e.grade IN ['一般', '差'] AND e.stage = '年底' AND ($year IS NULL OR f.year = $year) AND ($unit IS NULL OR EXISTS { MATCH (w)-[:OF_UNIT]->(u:Unit) WHERE u.id IN $unit })
RETURN c AS cadre, w AS project, f.year AS year, e.grade AS grade, f.most_satisfied AS said, e AS evaluation, f AS form
ORDER BY year DESC, c.name, c.id, w.title, w.id, e.id, f.id
