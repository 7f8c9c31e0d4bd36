// ---
// title = { zh = "培训班次", en = "Courses" }
// question = { zh = "谁参加过某个培训班?", en = "Who attended a course?" }
// also = { zh = "培训 学习 党校", en = "training courses school" }
// sentence = { zh = "[{since} 以来][ {cadre} ]参加的[“{word}”]培训班", en = "Courses[ with {word}][ of {cadre}][ since {since}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随培训记录数线性增长", en = "linear in courses attended" }
// why = '''
// MATCH path = (c:Cadre)-[:ATTENDED]->(t:Training)
// WHERE t.id = $row.training
// RETURN path
// '''
//
// [parameters.word]
// type = "text"
// help = { zh = "班次或主办单位中的词", en = "A word in the programme or organizer" }
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
//
// [parameters.same_as]
// type = "record"
// of = "Training"
// help = { zh = "与某人这次培训同一班次的", en = "The same course as this one of somebody" }
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.programme]
// type = "text"
// meaning = { zh = "班次", en = "Programme" }
//
// [columns.organizer]
// type = "text"
// meaning = { zh = "主办", en = "Organizer" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "From" }
//
// [columns.hours]
// type = "integer"
// meaning = { zh = "学时", en = "Hours" }
// unit = { zh = "学时", en = "hours" }
//
// [columns.training]
// type = "record"
// meaning = { zh = "培训", en = "Training" }
// ---
OPTIONAL MATCH (s:Training) WHERE s.id = $same_as
MATCH (c:Cadre)-[:ATTENDED]->(t:Training)
WHERE ($word IS NULL OR t.programme CONTAINS $word OR t.organizer CONTAINS $word) AND ($cadre IS NULL OR c.id = $cadre) AND ($since IS NULL OR t.start >= left($since, size(t.start))) AND ($same_as IS NULL OR (t.programme = s.programme AND coalesce(t.start, '') = coalesce(s.start, '')))
RETURN c AS cadre, t.programme AS programme, t.organizer AS organizer, t.start AS start, t.hours AS hours, t AS training
ORDER BY start DESC, c.name, c.id, t.id
