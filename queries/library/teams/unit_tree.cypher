// ---
// title = { zh = "单位及在任人数", en = "Units and their holders" }
// question = { zh = "某单位及下属单位各有多少人在任?", en = "How many cadres hold posts at a unit and below it?" }
// sentence = { zh = "[{unit} ]及下属单位的在任人数", en = "How many hold posts at[ {unit} and] units below" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随单位数和任职数线性增长", en = "linear in units and tenures" }
// why = '''
// MATCH (u:Unit) WHERE u.id = $row.unit
// OPTIONAL MATCH path = (u)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
// WHERE t.end_status = 'current' AND t.kind = 'post'
// RETURN u, path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.parent]
// type = "unit"
// meaning = { zh = "上级", en = "Part of" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "在任人数", en = "Holders" }
// ---
MATCH (u:Unit)
WHERE $unit IS NULL OR u.id IN $unit
OPTIONAL MATCH (u)-[:PART_OF]->(up:Unit)
OPTIONAL MATCH (u)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre) WHERE t.end_status = 'current'
WITH u, up, count(DISTINCT c) AS count
WHERE count > 0 OR $unit IS NOT NULL
RETURN u AS unit, up AS parent, count
ORDER BY count DESC, u.name, u.id, up.id
