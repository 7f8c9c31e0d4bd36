// ---
// title = { zh = "常见职务序列", en = "Common sequences of posts" }
// question = { zh = "某层次干部最常见的相邻职务变动是什么?", en = "Which moves from post to post are the most common at a level?" }
// sentence = { zh = "[{level} ]干部最常见的 {length} 步职务变动，至少 {at_least} 人", en = "The most common moves of {length} steps[ at {level}], made by {at_least} or more" }
// access = 2
// rows = 1000
// seconds = 60
// shows = ["table", "bar"]
// growth = { zh = "随任职总数线性增长", en = "linear in the number of tenures" }
// computed_by = "sequences"
// why = '''
// UNWIND $row.cadres AS one
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)
// WHERE c.id = one.id AND t.kind = 'post'
// RETURN path
// '''
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [parameters.length]
// type = "integer"
// help = { zh = "几步", en = "How many steps" }
// default = 2
// minimum = 2
// maximum = 4
//
// [parameters.at_least]
// type = "integer"
// help = { zh = "至少几人", en = "At least how many cadres" }
// default = 3
// minimum = 2
// maximum = 1000
//
// [columns.sequence]
// type = "text"
// meaning = { zh = "序列", en = "Sequence" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Number of cadres" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)
WHERE t.kind = 'post' AND t.title IS NOT NULL AND t.start IS NOT NULL AND NOT coalesce(t.concurrent, false) AND ($level IS NULL OR c.position_level = $level) AND $length > 1 AND $at_least > 1
WITH c, collect(t.start + ' ' + t.title) AS posts
RETURN c.id AS id, c.name AS name, posts
