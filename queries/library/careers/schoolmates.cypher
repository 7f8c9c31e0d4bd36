// ---
// title = { zh = "同校同学", en = "Schoolmates" }
// question = { zh = "谁和某位干部同一时期在同一学校就读?", en = "Who studied at the same school as a cadre, at the same time?" }
// also = { zh = "同学 校友", en = "classmates alumni studied together" }
// sentence = { zh = "与 {cadre} 同期同校的干部", en = "Who studied with {cadre} at the same school at the same time" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "graph"]
// growth = { zh = "随同校的学历记录数增长", en = "grows with the diplomas of the same school" }
// why = '''
// MATCH path = (c:Cadre)-[:STUDIED]->(e:Education)
// WHERE e.id = $row.first OR e.id = $row.second
// RETURN path
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
// required = true
//
// [columns.schoolmate]
// type = "cadre"
// meaning = { zh = "同学", en = "Schoolmate" }
//
// [columns.school]
// type = "text"
// meaning = { zh = "学校", en = "School" }
//
// [columns.major]
// type = "text"
// meaning = { zh = "专业", en = "Major" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "From" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "To" }
//
// [columns.first]
// type = "record"
// meaning = { zh = "本人学历", en = "Own study" }
//
// [columns.second]
// type = "record"
// meaning = { zh = "对方学历", en = "The other's study" }
// ---
MATCH (one:Cadre)-[:STUDIED]->(a:Education)
WHERE one.id = $cadre AND a.school IS NOT NULL
MATCH (b:Education {school: a.school})<-[:STUDIED]-(two:Cadre)
WHERE two.id <> one.id AND (a.start IS NULL OR b.end IS NULL OR a.start < b.end) AND (b.start IS NULL OR a.end IS NULL OR b.start < a.end)
RETURN two AS schoolmate, b.school AS school, b.major AS major, b.start AS start, b.end AS end, a AS first, b AS second
ORDER BY two.name, two.id, school, a.id, b.id
