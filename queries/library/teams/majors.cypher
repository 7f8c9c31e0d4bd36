// ---
// title = { zh = "专业结构", en = "Majors of serving cadres" }
// question = { zh = "现任干部学的什么专业?", en = "What did the serving cadres study?" }
// sentence = { zh = "[{unit} ]现任干部所学的[“{word}”]专业", en = "What serving cadres[ of {unit}] studied[: {word}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随学历学位记录数线性增长", en = "linear in diplomas and degrees" }
// why = '''
// UNWIND $row.cadres AS one
// MATCH path = (c:Cadre)-[:STUDIED]->(e:Education)
// WHERE c.id = one.id AND e.major = $row.major
// RETURN path
// '''
//
// [parameters.word]
// type = "text"
// help = { zh = "专业中的词", en = "A word in the major" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.major]
// type = "text"
// meaning = { zh = "专业", en = "Major" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Number of cadres" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (c:Cadre)-[:STUDIED]->(e:Education)
WHERE coalesce(c.person_status, '现职') = '现职' AND e.major IS NOT NULL AND ($word IS NULL OR e.major CONTAINS $word)
  AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
WITH DISTINCT e.major AS major, c
ORDER BY c.name, c.id
WITH major, collect(c) AS members
RETURN major, size(members) AS count, members[0..20] AS cadres
ORDER BY count DESC, major
