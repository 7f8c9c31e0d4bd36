// ---
// title = { zh = "各接收单位的挂职", en = "Secondments by host" }
// question = { zh = "各单位接收过哪些挂职干部?", en = "Which cadres were seconded to each unit?" }
// sentence = { zh = "[{unit} ][{since} 以来]接收的[ {kind} ]挂职干部", en = "Cadres seconded[ ({kind})][ to {unit}][ since {since}], by host" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随挂职记录数线性增长", en = "linear in secondments" }
// why = '''
// MATCH path = (c:Cadre)-[:SECONDED]->(s:Secondment)-[:TO]->(u:Unit)
// WHERE u.id = $row.unit AND ($kind IS NULL OR s.kind CONTAINS $kind) AND ($since IS NULL OR s.start >= left($since, size(s.start)))
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "接收单位; 连同下属单位", en = "Host unit, with what is below it" }
//
// [parameters.kind]
// type = "text"
// help = { zh = "类型包含的文字", en = "Words in the kind" }
//
// [parameters.since]
// type = "day"
// help = { zh = "自哪一天开始", en = "Begun since" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "接收单位", en = "Host" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "挂职数", en = "Secondments" }
//
// [columns.first]
// type = "day"
// meaning = { zh = "最早开始", en = "First begun" }
//
// [columns.last]
// type = "day"
// meaning = { zh = "最近开始", en = "Last begun" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (c:Cadre)-[:SECONDED]->(s:Secondment)-[:TO]->(u:Unit)
WHERE ($unit IS NULL OR u.id IN $unit) AND ($kind IS NULL OR s.kind CONTAINS $kind) AND ($since IS NULL OR s.start >= left($since, size(s.start)))
WITH c, s, u ORDER BY c.name, c.id, s.id
WITH u, count(s) AS count, min(s.start) AS first, max(s.start) AS last, collect(DISTINCT c) AS cadres
RETURN u AS unit, count, first, last, cadres
ORDER BY count DESC, u.name, u.id
