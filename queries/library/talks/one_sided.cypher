// ---
// title = { zh = "只听过一类人的反映", en = "Heard from one side only" }
// question = { zh = "对哪些干部的反映只来自一类人?", en = "Of whom has only one class of people been heard?" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// why = '''
// MATCH path = (c:Cadre)<-[:ABOUT]-(n:ObservationNote)
// WHERE c.id = $row.cadre
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
// [columns.classes]
// type = "texts"
// meaning = { zh = "反映人类别", en = "Who was heard" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "条数", en = "Notes" }
// ---
MATCH (c:Cadre)<-[:ABOUT]-(n:ObservationNote)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
WITH c, coalesce(n.respondent_class, '不详') AS class, n
ORDER BY class
WITH c, collect(DISTINCT class) AS classes, count(n) AS count
WHERE size(classes) = 1
RETURN c AS cadre, classes, count
ORDER BY count DESC, c.name, c.id
