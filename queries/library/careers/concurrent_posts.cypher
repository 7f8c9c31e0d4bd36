// ---
// title = { zh = "兼任较多的干部", en = "Cadres with concurrent posts" }
// question = { zh = "谁同时担任若干个职务?", en = "Who holds several posts at once?" }
// sentence = { zh = "[{unit} ]同时担任 {at_least} 个以上职务的干部", en = "Cadres[ of {unit}] who hold {at_least} or more posts at once" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = $row.cadre AND t.end_status = 'current' AND t.kind = 'post' AND ($unit IS NULL OR true) AND $at_least > 0
// RETURN path
// '''
//
// [parameters.at_least]
// type = "integer"
// help = { zh = "至少几个", en = "At least how many" }
// default = 3
// minimum = 2
// maximum = 50
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "职务数", en = "Posts" }
//
// [columns.posts]
// type = "texts"
// meaning = { zh = "职务", en = "Posts held" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.end_status = 'current' AND t.kind = 'post' AND ($unit IS NULL OR u.id IN $unit)
WITH DISTINCT c, t ORDER BY t.unit_name, t.title, t.id
WITH c, collect(t.unit_name + coalesce(' ' + t.title, '')) AS posts
WHERE size(posts) >= $at_least
RETURN c AS cadre, size(posts) AS count, posts
ORDER BY count DESC, c.name, c.id
