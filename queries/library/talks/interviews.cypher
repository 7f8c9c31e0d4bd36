// ---
// title = { zh = "谈话记录", en = "Interviews" }
// question = { zh = "关于某人或某段时间的谈话说了什么?", en = "What was said in the talks about a cadre or in a span of time?" }
// also = { zh = "谈话 谈过 说了什么", en = "talks said told" }
// sentence = { zh = "[{since} 以来][关于 {cadre} 的]谈话[，提到“{word}”]", en = "Talks[ about {cadre}][ since {since}][ that mention {word}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随谈话数线性增长; 给出干部则只看其谈话", en = "linear in talks; a cadre narrows it" }
// why = '''
// MATCH path = (c:Cadre)<-[:ABOUT]-(i:Interview)
// WHERE i.id = $row.interview
// RETURN path
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
//
// [parameters.kinds]
// type = "several_of"
// help = { zh = "谈话类型", en = "Kinds" }
// choices = "interview_kind"
//
// [parameters.respondents]
// type = "several_of"
// help = { zh = "谈话对象", en = "Who talked" }
// choices = "respondent_class"
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
//
// [parameters.word]
// type = "text"
// help = { zh = "内容中的词", en = "A word in the summary" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "类型", en = "Kind" }
//
// [columns.respondent]
// type = "text"
// meaning = { zh = "谈话对象", en = "Who talked" }
//
// [columns.summary]
// type = "text"
// meaning = { zh = "摘要", en = "Summary" }
//
// [columns.interview]
// type = "record"
// meaning = { zh = "谈话", en = "Interview" }
// ---
MATCH (c:Cadre)<-[:ABOUT]-(i:Interview)
WHERE ($cadre IS NULL OR c.id = $cadre) AND ($kinds IS NULL OR i.kind IN $kinds) AND ($respondents IS NULL OR i.respondent_class IN $respondents)
  AND ($since IS NULL OR i.date >= left($since, size(i.date))) AND ($word IS NULL OR i.summary CONTAINS $word)
RETURN i.date AS date, c AS cadre, i.kind AS kind, i.respondent_class AS respondent, i.summary AS summary, i AS interview
ORDER BY date DESC, c.name, c.id, i.id
