// ---
// title = { zh = "某个项目的评估和抽查", en = "How a project went" }
// question = { zh = "一个项目历次评估和抽查结果如何?", en = "How was a project graded and what did spot checks find, in order?" }
// also = { zh = "干得怎么样 干得好 业绩", en = "how well performance" }
// sentence = { zh = "“{project}”历次评估和抽查", en = "Grades and spot checks of {project}" }
// access = 3
// rows = 200
// seconds = 10
// shows = ["table", "timeline"]
// one_row_for = ["record"]
// growth = { zh = "只看一个项目, 与图库大小无关", en = "one project, whatever the size of the graph" }
// why = '''
// MATCH path = (e:ProjectEvaluation|SpotCheck)-[:EVALUATES|INSPECTED]->(w:WorkProject)
// WHERE w.id = $project AND e.id = $row.record
// RETURN path
// '''
//
// [parameters.project]
// type = "record"
// of = "WorkProject"
// help = { zh = "项目", en = "A project" }
// required = true
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.stage]
// type = "text"
// meaning = { zh = "评估阶段或检查方式", en = "Stage of the grade, or way of the check" }
//
// [columns.outcome]
// type = "text"
// meaning = { zh = "等次或发现程度", en = "Grade, or how serious" }
//
// [columns.told]
// type = "text"
// meaning = { zh = "评语、原因或发现情况", en = "Comment, reason or finding" }
//
// [columns.record]
// type = "record"
// meaning = { zh = "记录", en = "Record" }
// ---
MATCH (w:WorkProject) WHERE w.id = $project
CALL {
  WITH w
  MATCH (e:ProjectEvaluation)-[:EVALUATES]->(w)
  RETURN e.evaluated_on AS date, e.stage AS stage, e.grade AS outcome, coalesce(e.reason, e.comment) AS told, e AS record
  UNION
  WITH w
  MATCH (k:SpotCheck)-[:INSPECTED]->(w)
  RETURN k.date AS date, k.mode AS stage, k.severity AS outcome, k.finding AS told, k AS record
}
RETURN date, stage, outcome, told, record
ORDER BY date, record.id
