// ---
// title = { zh = "获奖干部", en = "Awards" }
// question = { zh = "谁获得过哪些奖励?", en = "Who received which awards?" }
// also = { zh = "获奖 得奖 表彰 先进 劳模", en = "prize medal honours" }
// sentence = { zh = "[{cadre} ][{since} 以来]获得的[“{word}”]奖励", en = "Awards[ of {cadre}][ with {word}][ since {since}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随奖励数线性增长", en = "linear in awards" }
// why = '''
// MATCH path = (c:Cadre)-[:RECEIVED]->(a:Award)
// WHERE a.id = $row.award
// RETURN path
// '''
//
// [parameters.word]
// type = "text"
// help = { zh = "奖励名称中的词", en = "A word in the award's name" }
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
//
// [parameters.same_as]
// type = "record"
// of = "Award"
// help = { zh = "与某人这项奖励同名的", en = "Of the same name as this one of somebody" }
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "奖励", en = "Award" }
//
// [columns.authority]
// type = "text"
// meaning = { zh = "批准机关", en = "Authority" }
//
// [columns.award]
// type = "record"
// meaning = { zh = "奖励记录", en = "Record" }
// ---
OPTIONAL MATCH (s:Award) WHERE s.id = $same_as
MATCH (c:Cadre)-[:RECEIVED]->(a:Award)
WHERE ($word IS NULL OR a.name CONTAINS $word) AND ($since IS NULL OR a.date >= left($since, size(a.date))) AND ($cadre IS NULL OR c.id = $cadre) AND ($same_as IS NULL OR a.name = s.name)
RETURN c AS cadre, a.date AS date, a.name AS name, a.authority AS authority, a AS award
ORDER BY date DESC, c.name, c.id, a.id
