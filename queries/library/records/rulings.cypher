// ---
// title = { zh = "认定记录", en = "Rulings" }
// question = { zh = "谁在什么时候对什么作过认定?", en = "Who ruled on what, and when?" }
// sentence = { zh = "[{since} 以来][对 {cadre} 的]认定", en = "Rulings[ on {cadre}][ since {since}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随认定数线性增长", en = "linear in rulings" }
// why = '''
// MATCH path = (g:Ruling)-[:RULES_ON]->(c:Cadre)
// WHERE g.id = $row.ruling
// RETURN path
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.matter]
// type = "text"
// meaning = { zh = "事项", en = "Matter" }
//
// [columns.decision]
// type = "text"
// meaning = { zh = "意见", en = "Decision" }
//
// [columns.ruled_by]
// type = "text"
// meaning = { zh = "认定人", en = "Ruled by" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.reason]
// type = "text"
// meaning = { zh = "理由", en = "Reason" }
//
// [columns.ruling]
// type = "record"
// meaning = { zh = "认定", en = "Ruling" }
// ---
MATCH (g:Ruling)-[:RULES_ON]->(c:Cadre)
WHERE ($cadre IS NULL OR c.id = $cadre) AND ($since IS NULL OR g.ruled_on >= left($since, size(g.ruled_on)))
RETURN c AS cadre, g.matter AS matter, g.decision AS decision, g.ruled_by AS ruled_by, g.ruled_on AS date, g.reason AS reason, g AS ruling
ORDER BY date DESC, c.name, c.id, g.id
