// ---
// title = { zh = "无人联系的干部", en = "Cadres nobody looks after" }
// question = { zh = "哪些现职干部不在任何人的联系分工里?", en = "Which serving cadres are in no liaison officer's area?" }
// sentence = { zh = "[{unit} ]{as_of} 无人联系的[ {level} ]干部", en = "Cadres[ ({level})][ of {unit}] in no liaison area on {as_of}" }
// access = 2
// rows = 1000
// seconds = 30
// shows = ["table"]
// growth = { zh = "随现职干部数线性增长", en = "linear in serving cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre
// OPTIONAL MATCH post = (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post'
// OPTIONAL MATCH once = (u)<-[:LIAISES]-(a:LiaisonAssignment)
// RETURN c, post, once
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
// [columns.units]
// type = "things"
// meaning = { zh = "单位", en = "Units" }
//
// [columns.until]
// type = "day"
// meaning = { zh = "最近的联系分工止于", en = "Last looked after until" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post' AND u.id IN $unit })
  AND NOT EXISTS { MATCH (c)<-[:LIAISES_WITH]-(a:LiaisonAssignment) WHERE coalesce(a.start, '') <= $as_of AND (a.end IS NULL OR a.end > $as_of) }
OPTIONAL MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post'
WITH u, collect(DISTINCT c) AS cadres
OPTIONAL MATCH (u)-[:PART_OF*0..8]->(:Unit)<-[:LIAISES]-(a:LiaisonAssignment) WHERE coalesce(a.start, '') <= $as_of
WITH u, cadres, max(CASE WHEN a IS NOT NULL THEN coalesce(a.end, '9999') END) AS latest
UNWIND cadres AS c
WITH c, max(latest) AS until
WHERE until IS NULL OR until <= $as_of
OPTIONAL MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post'
WITH c, until, u ORDER BY u.name, u.id
WITH c, until, collect(DISTINCT u) AS units
RETURN c AS cadre, c.position_level AS level, units, until
ORDER BY until DESC, c.name, c.id
