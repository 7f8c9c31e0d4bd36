// ---
// title = { zh = "在某位领导手下工作过", en = "Worked under a leader" }
// question = { zh = "谁在某位正职任内在同一单位任职?", en = "Who served at a unit while a cadre was its principal?" }
// also = { zh = "上级 领导 下属 部下 带过", en = "boss superior subordinates reported to" }
// sentence = { zh = "在 {leader} 任正职期间同单位任职的干部", en = "Who served at a unit while {leader} was its principal" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随其任职过的单位的任职数增长", en = "grows with the tenures at the units where the cadre served" }
// why = '''
// MATCH path = (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
// WHERE a.id = $row.first_tenure AND b.id = $row.second_tenure
// RETURN path
// '''
//
// [parameters.leader]
// type = "cadre"
// help = { zh = "领导", en = "The leader" }
// required = true
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.leader_title]
// type = "text"
// meaning = { zh = "领导职务", en = "Leader's post" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务", en = "Post" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "From" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "To" }
//
// [columns.first_tenure]
// type = "record"
// meaning = { zh = "领导任职", en = "Leader's tenure" }
//
// [columns.second_tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (one:Cadre)-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(two:Cadre)
WHERE one.id = $leader AND two.id <> one.id AND a.kind = 'post' AND b.kind <> 'membership' AND a.start IS NOT NULL AND b.start IS NOT NULL AND (a.end IS NOT NULL OR a.end_status = 'current') AND (b.end IS NOT NULL OR b.end_status = 'current') AND (a.end IS NULL OR b.start < a.end) AND (b.end IS NULL OR a.start < b.end)
  AND (a.member_category = '正职' OR a.title IN ['书记', '局长', '主任', '县长', '区长', '镇长', '乡长', '市长', '院长', '检察长', '主席', '董事长', '部长'])
WITH two, u, a, b, CASE WHEN a.start > b.start THEN a.start ELSE b.start END AS start,
  CASE WHEN a.end IS NULL THEN b.end WHEN b.end IS NULL THEN a.end WHEN a.end < b.end THEN a.end ELSE b.end END AS end
RETURN two AS cadre, u AS unit, a.title AS leader_title, coalesce(b.title, b.rank) AS title, start, end, a AS first_tenure, b AS second_tenure
ORDER BY two.name, two.id, start, u.name, a.id, b.id, u.id
