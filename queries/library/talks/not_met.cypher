// ---
// title = { zh = "今年没有见过面的干部", en = "Cadres not met this year" }
// question = { zh = "哪些现职干部今年还没有谈过话或走访见过面?", en = "Which serving cadres has nobody met or talked to this year?" }
// also = { zh = "没谈话 很久没谈 没见过 没谈过", en = "not talked to not interviewed" }
// sentence = { zh = "[{unit} ]{as_of} 当年未见面的[ {level} ]干部", en = "Cadres[ ({level})][ of {unit}] not met in the year of {as_of}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随现职干部数线性增长", en = "linear in serving cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre
// OPTIONAL MATCH path = (c)<-[:ABOUT]-(i:Interview)
// OPTIONAL MATCH visit = (c)<-[:MET]-(v:Visit)
// OPTIONAL MATCH post = (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post'
// RETURN c, path, visit, post
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
//
// [columns.last]
// type = "day"
// meaning = { zh = "最近一次", en = "Last met" }
//
// [columns.units]
// type = "things"
// meaning = { zh = "单位", en = "Units" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
OPTIONAL MATCH (c)<-[:ABOUT]-(i:Interview) WHERE i.respondent_class = '本人' AND i.date <= $as_of
WITH c, max(i.date) AS talked
OPTIONAL MATCH (c)<-[:MET]-(v:Visit) WHERE v.date <= $as_of
WITH c, talked, max(v.date) AS met
WITH c, CASE WHEN talked IS NULL THEN met WHEN met IS NULL OR met < talked THEN talked ELSE met END AS last
WHERE last IS NULL OR left(last, 4) < left($as_of, 4)
OPTIONAL MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post'
WITH c, last, u ORDER BY u.name, u.id
RETURN c AS cadre, c.position_level AS level, last, collect(DISTINCT u) AS units
ORDER BY coalesce(last, ''), c.name, c.id
