// ---
// title = { zh = "谁分管某项工作", en = "In charge of a field of work" }
// question = { zh = "谁现在或曾经分管某项工作?", en = "Who is or was in charge of a field of work?" }
// also = { zh = "分管 管什么 负责哪块", en = "responsible for portfolio" }
// sentence = { zh = "有分管工作[、含“{word}”]的干部", en = "Cadres in charge of work[ about {word}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随写明分管工作的任职数线性增长", en = "linear in the tenures that state a portfolio" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE t.id = $row.tenure
// RETURN path
// '''
//
// [parameters.word]
// type = "text"
// help = { zh = "分管工作中的词, 如 信访", en = "A word in the portfolio" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.day]
// type = "day"
// help = { zh = "哪一天在任; 不填则不论何时", en = "In office on which day; left out, at any time" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务", en = "Post" }
//
// [columns.portfolio]
// type = "text"
// meaning = { zh = "分管工作", en = "Portfolio" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "From" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止 (不含)", en = "To, exclusive" }
//
// [columns.status]
// type = "text"
// meaning = { zh = "状态", en = "Status" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.portfolio IS NOT NULL AND ($word IS NULL OR t.portfolio CONTAINS $word) AND ($unit IS NULL OR u.id IN $unit)
  AND ($day IS NULL OR (coalesce(t.start, '') <= $day AND (t.end > $day OR t.end IS NULL AND t.end_status = 'current')))
RETURN c AS cadre, u AS unit, t.title AS title, t.portfolio AS portfolio, t.start AS start, t.end AS end, t.end_status AS status, t AS tenure
ORDER BY t.end IS NULL DESC, t.end DESC, c.name, c.id, u.name, title, t.id, u.id
