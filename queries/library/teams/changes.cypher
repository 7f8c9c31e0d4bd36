// ---
// title = { zh = "班子的变动", en = "Changes of a team" }
// question = { zh = "某单位一段时间里谁来谁走?", en = "Who came to a unit and who left, over a span of time?" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE t.id = $row.tenure
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
// required = true
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
// default = "2021-01-01"
//
// [parameters.until]
// type = "day"
// help = { zh = "到哪一天", en = "To which day" }
// default = "today"
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.change]
// type = "text"
// meaning = { zh = "变动", en = "Change" }
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
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE u.id IN $unit AND t.kind = 'post'
UNWIND [{date: t.start, change: '到任'}, {date: t.end, change: '离任'}] AS event
WITH u, t, c, event
WHERE event.date >= $since AND event.date <= $until
RETURN event.date AS date, event.change AS change, c AS cadre, u AS unit, t.title AS title, t AS tenure
ORDER BY date, change, c.name, c.id, u.name, title, t.id
