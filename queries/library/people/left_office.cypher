// ---
// title = { zh = "离开现职的干部", en = "No longer in office" }
// question = { zh = "哪些干部已退休、调出或离开现职?", en = "Which cadres have retired, moved away or left office?" }
// sentence = { zh = "现状态为 {states} 的干部", en = "Cadres who are now {states}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
// '''
//
// [parameters.states]
// type = "several_of"
// help = { zh = "人员管理状态", en = "States" }
// choices = "person_status"
// default = ["非现职", "离退", "调出"]
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.status]
// type = "text"
// meaning = { zh = "状态", en = "Status" }
//
// [columns.post]
// type = "text"
// meaning = { zh = "职务", en = "Post as written" }
// ---
MATCH (c:Cadre)
WHERE c.person_status IS NOT NULL AND ($states IS NULL OR c.person_status IN $states)
RETURN c AS cadre, c.person_status AS status, c.current_post_text AS post
ORDER BY status, c.name, c.id
