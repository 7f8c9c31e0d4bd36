// ---
// title = { zh = "挂职经历", en = "Secondments" }
// question = { zh = "谁在哪里挂过职?", en = "Who has been seconded, and where?" }
// also = { zh = "挂职 借调 援派", en = "secondment posted" }
// sentence = { zh = "[{cadre} ][{since} 以来][到“{host}”的]挂职经历", en = "Secondments[ of {cadre}][ to {host}][ since {since}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随挂职记录数线性增长", en = "linear in secondments" }
// why = '''
// MATCH path = (c:Cadre)-[:SECONDED]->(s:Secondment)
// WHERE s.id = $row.secondment
// RETURN path
// '''
//
// [parameters.host]
// type = "text"
// help = { zh = "挂职单位中的词", en = "A word in the host's name" }
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
// [columns.host]
// type = "text"
// meaning = { zh = "挂职单位", en = "Host" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务", en = "Post" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "From" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "To" }
//
// [columns.secondment]
// type = "record"
// meaning = { zh = "挂职", en = "Secondment" }
// ---
MATCH (c:Cadre)-[:SECONDED]->(s:Secondment)
WHERE ($host IS NULL OR s.host CONTAINS $host) AND ($cadre IS NULL OR c.id = $cadre) AND ($since IS NULL OR s.start >= left($since, size(s.start)))
RETURN c AS cadre, s.host AS host, s.title AS title, s.start AS start, s.end AS end, s AS secondment
ORDER BY start DESC, c.name, c.id, s.id
