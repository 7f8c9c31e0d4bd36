// ---
// title = { zh = "任职时间不明", en = "Start of a post unknown" }
// question = { zh = "哪些现任职务只写了年份或没有起始时间, 因而算不出年限?", en = "Which present posts have no month of start, so that no term can be counted?" }
// sentence = { zh = "[{unit} ]任职时间不明的现任职务", en = "Present posts[ at {unit}] with no month of start" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
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
// [columns.since]
// type = "day"
// meaning = { zh = "起", en = "Since" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.end_status = 'current' AND t.kind = 'post' AND (t.start IS NULL OR size(t.start) < 7) AND ($unit IS NULL OR u.id IN $unit)
RETURN c AS cadre, u AS unit, t.title AS title, t.start AS since, t AS tenure
ORDER BY c.name, c.id, u.name, title, t.id, u.id
