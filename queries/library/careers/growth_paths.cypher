// ---
// title = { zh = "成长路径", en = "Growth paths to a title" }
// question = { zh = "到达某职务名称之前的三步通常怎样走, 各用多久?", en = "What are the usual three steps before a title, and how long do they take?" }
// also = { zh = "怎么成长 怎么上来 晋升 路径", en = "promotion path career ladder" }
// sentence = { zh = "到任“{title}”之前的三步，至少 {at_least} 人走过", en = "The three steps before {title}, taken by {at_least} or more" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随担任该职务的人数线性增长", en = "linear in the holders of the title" }
// why = '''
// UNWIND $row.cadres AS one
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE c.id = one.id AND t.kind = 'post' AND ($title IS NULL OR true) AND $at_least > 0
// RETURN path
// '''
//
// [parameters.title]
// type = "text"
// help = { zh = "职务名称", en = "Title of the post" }
// default = "局长"
//
// [parameters.at_least]
// type = "integer"
// help = { zh = "至少几人走过", en = "At least how many cadres" }
// default = 1
// minimum = 1
// maximum = 1000
//
// [columns.path]
// type = "text"
// meaning = { zh = "路径", en = "Path" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Number of cadres" }
//
// [columns.median]
// type = "number"
// meaning = { zh = "从第一步到该职务月数中位数", en = "Median months from the first step" }
// unit = { zh = "月", en = "months" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)
WHERE t.title = $title AND t.kind = 'post' AND t.start IS NOT NULL
WITH c, min(t.start) AS reached
MATCH (c)-[:HELD]->(b:Tenure)
WHERE b.kind = 'post' AND b.start < reached AND b.title IS NOT NULL AND NOT coalesce(b.concurrent, false)
WITH c, reached, b.start AS start, min(b.title) AS title
ORDER BY start DESC
WITH c, reached, collect(title)[0..3] AS steps, collect(start)[0..3] AS begun
WITH c, reduce(text = '', step IN reverse(steps) | text + step + ' → ') + $title AS path, begun[size(begun) - 1] AS first, reached
WITH c, path, (CASE WHEN size(reached) >= 7 THEN toInteger(left(reached, 4)) * 12 + toInteger(substring(reached, 5, 2)) END) - (CASE WHEN size(first) >= 7 THEN toInteger(left(first, 4)) * 12 + toInteger(substring(first, 5, 2)) END) AS months
ORDER BY c.name, c.id
WITH path, percentileCont(months, 0.5) AS median, collect(c) AS cadres
WHERE size(cadres) >= $at_least
RETURN path, size(cadres) AS count, median, cadres
ORDER BY count DESC, path
