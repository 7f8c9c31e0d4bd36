// ---
// title = { zh = "同名干部", en = "Namesakes" }
// question = { zh = "哪些干部同名?", en = "Which cadres bear the same name?" }
// sentence = { zh = "同名的干部", en = "Cadres who bear the same name" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// UNWIND $row.cadres AS one
// MATCH (c:Cadre) WHERE c.id = one.id
// RETURN c
// '''
//
// [columns.name]
// type = "text"
// meaning = { zh = "姓名", en = "Name" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Number of cadres" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (c:Cadre)
WITH c ORDER BY c.birth_month, c.id
WITH c.name AS name, collect(c) AS cadres
WHERE size(cadres) > 1
RETURN name, size(cadres) AS count, cadres
ORDER BY count DESC, name
