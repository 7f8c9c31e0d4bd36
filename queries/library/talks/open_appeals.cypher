// ---
// title = { zh = "未办结的个人诉求", en = "Open personal appeals" }
// question = { zh = "哪些个人诉求还没有办结?", en = "Which personal appeals are not closed?" }
// sentence = { zh = "[{unit} ]状态为 {states} 的个人诉求", en = "Personal appeals[ at {unit}] that are {states}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随个人诉求数线性增长", en = "linear in personal appeals" }
// why = '''
// MATCH path = (c:Cadre)-[:RAISED]->(a:PersonalAppeal)
// WHERE a.id = $row.appeal
// RETURN path
// '''
//
// [parameters.states]
// type = "several_of"
// help = { zh = "办理状态", en = "States" }
// choices = "appeal_state"
// default = ["待办", "办理中"]
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.raised]
// type = "day"
// meaning = { zh = "提出日期", en = "Raised on" }
//
// [columns.topic]
// type = "text"
// meaning = { zh = "诉求事项", en = "Topic" }
//
// [columns.wish]
// type = "text"
// meaning = { zh = "意愿", en = "Wish" }
//
// [columns.state]
// type = "text"
// meaning = { zh = "办理状态", en = "State" }
//
// [columns.appeal]
// type = "record"
// meaning = { zh = "诉求", en = "Appeal" }
// ---
MATCH (c:Cadre)-[:RAISED]->(a:PersonalAppeal)
WHERE ($states IS NULL OR a.state IN $states) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
RETURN c AS cadre, a.raised_on AS raised, a.topic AS topic, a.wish AS wish, a.state AS state, a AS appeal
ORDER BY raised, c.name, c.id, a.id
