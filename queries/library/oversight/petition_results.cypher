// ---
// title = { zh = "信访办结情况", en = "Results of petitions" }
// question = { zh = "各类信访事项的核查结论各有多少?", en = "How did petitions end, by topic?" }
// also = { zh = "举报 告状 查实", en = "complaints" }
// sentence = { zh = "[{since} 以来]各类信访事项的核查结论", en = "How petitions[ since {since}] ended, by topic" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随信访件数线性增长", en = "linear in petitions" }
// why = '''
// MATCH (p:Petition)
// WHERE coalesce(p.topic, '不详') = $row.topic AND coalesce(p.result, '不详') = $row.result
// RETURN p
// '''
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天", en = "From which day" }
//
// [columns.topic]
// type = "text"
// meaning = { zh = "事项类别", en = "Topic" }
//
// [columns.result]
// type = "text"
// meaning = { zh = "核查结论", en = "Result" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "件数", en = "Cases" }
// ---
MATCH (p:Petition)
WHERE $since IS NULL OR p.received_on >= left($since, size(p.received_on))
RETURN coalesce(p.topic, '不详') AS topic, coalesce(p.result, '不详') AS result, count(p) AS count
ORDER BY count DESC, topic, result
