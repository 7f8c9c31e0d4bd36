// ---
// title = { zh = "处分情况", en = "Punishments" }
// question = { zh = "一段时间里有哪些处分?", en = "Which punishments were there in a span of time?" }
// also = { zh = "受过处分 被处理 问责 违纪", en = "discipline penalty sanctioned" }
// sentence = { zh = "[{unit} ][{since} 以来]处分", en = "Punishments[ at {unit}][ since {since}]" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随处分数线性增长", en = "linear in punishments" }
// why = '''
// MATCH path = (c:Cadre)-[:RECEIVED]->(p:Punishment)
// WHERE p.id = $row.punishment
// RETURN path
// '''
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
//
// [parameters.tracks]
// type = "several_of"
// help = { zh = "类别", en = "Tracks" }
// choices = "punishment_track"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
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
// meaning = { zh = "处分", en = "Punishment" }
//
// [columns.track]
// type = "text"
// meaning = { zh = "类别", en = "Track" }
//
// [columns.cause]
// type = "text"
// meaning = { zh = "事由", en = "Cause" }
//
// [columns.until]
// type = "day"
// meaning = { zh = "影响期至", en = "Effect ends" }
//
// [columns.lifted]
// type = "day"
// meaning = { zh = "解除日期", en = "Lifted on" }
//
// [columns.punishment]
// type = "record"
// meaning = { zh = "处分记录", en = "Record" }
// ---
MATCH (c:Cadre)-[:RECEIVED]->(p:Punishment)
WHERE ($since IS NULL OR p.date >= left($since, size(p.date))) AND ($tracks IS NULL OR p.track IN $tracks) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
RETURN c AS cadre, p.date AS date, p.name AS name, p.track AS track, p.cause AS cause, p.effect_end AS until, p.lifted_on AS lifted, p AS punishment
ORDER BY date DESC, c.name, c.id, p.id
