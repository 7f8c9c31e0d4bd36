// ---
// title = { zh = "急难险重经历", en = "Urgent, hard and dangerous tasks" }
// question = { zh = "谁承担过急难险重任务, 表现如何?", en = "Who has taken on urgent, hard or dangerous tasks, and how did it go?" }
// also = { zh = "急难险重 抢险 抗洪 一线 应急", en = "emergency hard dangerous tasks" }
// sentence = { zh = "[{unit} ][{since} 以来]有[“{word}”方面]急难险重经历的干部", en = "Cadres[ of {unit}] with urgent tasks[ about {word}][ since {since}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随项目总数增长", en = "grows with the number of projects" }
// why = '''
// MATCH path = (c:Cadre)--(n:WorkProject|SpecialInspection)
// WHERE c.id = $row.cadre AND n.id = $row.record
// RETURN path
// '''
//
// [parameters.word]
// type = "text"
// help = { zh = "领域: 项目名称或主题中的词", en = "Field: a word in the title or theme" }
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.matter]
// type = "text"
// meaning = { zh = "任务", en = "Task" }
//
// [columns.role]
// type = "text"
// meaning = { zh = "角色", en = "Role" }
//
// [columns.date]
// type = "text"
// meaning = { zh = "时间", en = "When" }
//
// [columns.result]
// type = "text"
// meaning = { zh = "评价", en = "Result" }
//
// [columns.record]
// type = "record"
// meaning = { zh = "记录", en = "Record" }
// ---
CALL () {
  MATCH (c:Cadre)-[r:RESPONSIBLE_FOR]->(w:WorkProject)
  WHERE w.category = '急难险重'
  OPTIONAL MATCH (w)<-[:EVALUATES]-(e:ProjectEvaluation) WHERE e.stage = '年底'
  RETURN c, w.title AS matter, r.role AS role, toString(w.year) AS date, e.grade AS result, w AS record
  UNION
  MATCH (c:Cadre)<-[:OBSERVED]-(s:SpecialInspection)
  WHERE s.task_kind = '急难险重'
  RETURN c, s.theme AS matter, s.role AS role, s.start AS date, s.polarity AS result, s AS record
}
WITH c, matter, role, date, result, record
WHERE ($word IS NULL OR matter CONTAINS $word) AND ($since IS NULL OR date >= left($since, size(date))) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
RETURN c AS cadre, matter, role, date, result, record
ORDER BY date DESC, c.name, c.id, matter, record.id, role, result
