// ---
// title = { zh = "各单位各年项目等次", en = "Grades by unit and year" }
// question = { zh = "各单位的项目评了多少好、较好、一般、差?", en = "How were the projects of each unit graded?" }
// sentence = { zh = "[{unit} ][{year} 年]项目{stage}等次", en = "Grades of projects ({stage})[ of {unit}][ in {year}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随项目总数增长", en = "grows with the number of projects" }
// why = '''
// MATCH path = (u:Unit)<-[:OF_UNIT]-(w:WorkProject)<-[:EVALUATES]-(e:ProjectEvaluation)
// WHERE u.id = $row.unit AND w.year = $row.year AND ($stage IS NULL OR e.stage = $stage)
// RETURN path
// '''
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度", en = "Year" }
// minimum = 1950
// maximum = 2100
//
// [parameters.stage]
// type = "one_of"
// help = { zh = "评估阶段", en = "Stage" }
// choices = "evaluation_stage"
// default = "年底"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
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
// ---
MATCH (u:Unit)<-[:OF_UNIT]-(w:WorkProject)<-[:EVALUATES]-(e:ProjectEvaluation)
WHERE ($year IS NULL OR w.year = $year) AND ($stage IS NULL OR e.stage = $stage) AND ($unit IS NULL OR u.id IN $unit)
WITH u, w.year AS year, count(DISTINCT w) AS projects, sum(CASE WHEN e.grade = '好' THEN 1 ELSE 0 END) AS good, sum(CASE WHEN e.grade = '较好' THEN 1 ELSE 0 END) AS fair,
  sum(CASE WHEN e.grade = '一般' THEN 1 ELSE 0 END) AS weak, sum(CASE WHEN e.grade = '差' THEN 1 ELSE 0 END) AS bad
RETURN u AS unit, year, projects, good, fair, weak, bad
ORDER BY year DESC, projects DESC, u.name, u.id
