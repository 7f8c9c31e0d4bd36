// ---
// title = { zh = "学历结构", en = "Education of serving cadres" }
// question = { zh = "现任干部的最高学历各有多少人?", en = "How many serving cadres are there by their highest diploma?" }
// also = { zh = "学历结构 多少研究生", en = "education" }
// sentence = { zh = "[{unit} ]现任干部的[ {mode} ]最高学历结构", en = "Serving cadres[ of {unit}] by highest diploma[ ({mode})]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH (c:Cadre)
// WHERE coalesce(c.person_status, '现职') = '现职'
//   AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
// OPTIONAL MATCH (c)-[:STUDIED]->(e:Education) WHERE $mode IS NULL OR e.mode = $mode
// WITH c, e ORDER BY CASE WHEN e.level CONTAINS '博士' OR (e.level CONTAINS '研究生' AND e.degree CONTAINS '博士') THEN 5 WHEN e.level CONTAINS '研究生' OR e.level CONTAINS '硕士' THEN 4 WHEN e.level CONTAINS '大专' OR e.level = '大学普通班' THEN 2 WHEN e.level CONTAINS '大学' THEN 3 WHEN e.level IS NULL THEN 0 ELSE 1 END DESC, coalesce(e.end, '') DESC, e.id
// WITH c, collect(e) AS diplomas
// WITH c, diplomas[0] AS e
// WHERE coalesce(e.level, '不详') = $row.value
// OPTIONAL MATCH path = (c)-[:STUDIED]->(f:Education) WHERE f.id = e.id
// RETURN c, path
// ORDER BY c.id LIMIT 50
// '''
//
// [parameters.mode]
// type = "one_of"
// help = { zh = "教育类别", en = "Full-time or in-service" }
// choices = "education_mode"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.value]
// type = "text"
// meaning = { zh = "最高学历", en = "Highest diploma" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Cadres" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职'
  AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
OPTIONAL MATCH (c)-[:STUDIED]->(e:Education) WHERE $mode IS NULL OR e.mode = $mode
WITH c, e ORDER BY CASE WHEN e.level CONTAINS '博士' OR (e.level CONTAINS '研究生' AND e.degree CONTAINS '博士') THEN 5 WHEN e.level CONTAINS '研究生' OR e.level CONTAINS '硕士' THEN 4 WHEN e.level CONTAINS '大专' OR e.level = '大学普通班' THEN 2 WHEN e.level CONTAINS '大学' THEN 3 WHEN e.level IS NULL THEN 0 ELSE 1 END DESC, coalesce(e.end, '') DESC, e.id
WITH c, collect(e) AS diplomas
WITH c, diplomas[0] AS e
RETURN coalesce(e.level, '不详') AS value, count(c) AS count
ORDER BY count DESC, value
