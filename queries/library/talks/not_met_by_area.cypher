// ---
// title = { zh = "各片区今年没有见过面的干部", en = "Cadres not met this year by liaison area" }
// question = { zh = "每个联系片区 (条线) 里, 哪些现职干部今年还没有谈过话或走访见过面?", en = "In each liaison area, which serving cadres has nobody met or talked to this year?" }
// also = { zh = "没谈话 没见过", en = "not talked to" }
// sentence = { zh = "{as_of} 当年[ {area} ]未见面的[ {level} ]干部", en = "Cadres[ ({level})][ of {area}] not met in the year of {as_of}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随现职干部数线性增长", en = "linear in serving cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre
// OPTIONAL MATCH path = (c)<-[:ABOUT]-(i:Interview)
// OPTIONAL MATCH visit = (c)<-[:MET]-(v:Visit)
// OPTIONAL MATCH area = (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(:Unit)-[:PART_OF*0..8]->(:Unit)<-[:LIAISES]-(a:LiaisonAssignment) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' AND a.area = $row.area
// OPTIONAL MATCH pair = (c)<-[:LIAISES_WITH]-(a:LiaisonAssignment) WHERE a.area = $row.area
// RETURN c, path, visit, area, pair
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.area]
// type = "one_of"
// help = { zh = "条线或片区", en = "Liaison area" }
// choices = { query = "liaison_coverage", column = "area" }
//
// [parameters.officer]
// type = "text"
// help = { zh = "联系人", en = "Liaison officer" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [columns.area]
// type = "text"
// meaning = { zh = "条线或片区; 空为无人联系", en = "Liaison area; empty where nobody looks after them" }
//
// [columns.officer]
// type = "text"
// meaning = { zh = "联系人", en = "Liaison officer" }
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
// [columns.post]
// type = "text"
// meaning = { zh = "现任职务", en = "Post" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' AND u.id IN $unit })
OPTIONAL MATCH (c)<-[:ABOUT]-(i:Interview) WHERE i.respondent_class = '本人' AND i.date <= $as_of
WITH c, max(i.date) AS talked
OPTIONAL MATCH (c)<-[:MET]-(v:Visit) WHERE v.date <= $as_of
WITH c, talked, max(v.date) AS met
WITH c, CASE WHEN talked IS NULL THEN met WHEN met IS NULL OR met < talked THEN talked ELSE met END AS last
WHERE last IS NULL OR left(last, 4) < left($as_of, 4)
WITH c, last, [(c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(:Unit)-[:PART_OF*0..8]->(:Unit)<-[:LIAISES]-(a:LiaisonAssignment) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' AND coalesce(a.start, '') <= $as_of AND (a.end IS NULL OR a.end > $as_of) | a]
  + [(c)<-[:LIAISES_WITH]-(a:LiaisonAssignment) WHERE coalesce(a.start, '') <= $as_of AND (a.end IS NULL OR a.end > $as_of) | a] AS areas
UNWIND CASE WHEN size(areas) = 0 THEN [null] ELSE areas END AS a
WITH DISTINCT c, last, a
WHERE ($area IS NULL OR a.area = $area) AND ($officer IS NULL OR a.officer = $officer)
RETURN a.area AS area, a.officer AS officer, c AS cadre, c.position_level AS level, last, c.current_post_text AS post
ORDER BY area IS NULL, area, officer, coalesce(last, ''), c.name, c.id
