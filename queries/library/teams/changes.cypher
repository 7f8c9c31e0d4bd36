// ---
// title = { zh = "班子的变动", en = "Changes of a team" }
// question = { zh = "一段时间里谁到任, 谁离任 (某单位或所有单位)?", en = "Who came and who left over a span of time (at a unit or anywhere)?" }
// also = { zh = "去了哪里 去向 调走 调出 调入", en = "went to moved left joined" }
// sentence = { zh = "[{unit} ][{since} ]至 {until} 的到任和离任", en = "Who came and who left[ at {unit}][ from {since}] to {until}" }
// access = 2
// rows = 5000
// seconds = 30
// shows = ["table", "timeline"]
// growth = { zh = "不写单位时随任职总数线性增长", en = "without a unit linear in the number of tenures" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE t.id = $row.tenure
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
//
// [parameters.until]
// type = "day"
// help = { zh = "到哪一天 (含); 只写年或月的到年底、月底", en = "To which day, which counts too; of a year or month alone its last" }
// default = "today"
// last_day = true
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
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)
WHERE ($unit IS NULL OR u.id IN $unit) AND t.kind = 'post'
UNWIND [{date: t.start, turn: '到任'}, {date: t.end, turn: '离任'}] AS event
WITH t, event.date AS date, event.turn AS change
WHERE ($since IS NULL OR date >= left($since, size(date))) AND date <= $until
WITH date, change, collect(t) AS turned
ORDER BY date, change
UNWIND turned AS t
WITH date, change, t // without the lists of each day; and the embedded engine begins a pattern at its first node
MATCH (t)<-[:HELD]-(c:Cadre), (t)-[:AT_UNIT]->(u:Unit)
WHERE $unit IS NULL OR u.id IN $unit
RETURN date, change, c AS cadre, u AS unit, t.title AS title, t AS tenure
ORDER BY date, change, c.name, c.id, u.name, title, t.id, u.id
