// ---
// title = { zh = "遗憾的主题", en = "Regrets by theme" }
// question = { zh = "遗憾的项目按能力项和年度各有多少?", en = "How many regretted projects are there by competency?" }
// sentence = { zh = "[{year} 年]遗憾的主题", en = "Regrets by theme[ in {year}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随业绩信息采集表数线性增长", en = "linear in achievement forms" }
// why = '''
// MATCH path = (c:Cadre)-[:SUBMITTED]->(f:AchievementForm)-[:REGRETS]->(w:WorkProject)-[:EXERCISES]->(k:Competency)
// WHERE k.name = $row.theme AND ($year IS NULL OR f.year = $year)
// RETURN path
// '''
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度", en = "Year" }
// minimum = 1950
// maximum = 2100
//
// [columns.theme]
// type = "text"
// meaning = { zh = "能力项", en = "Competency" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "项目数", en = "Projects" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (c:Cadre)-[:SUBMITTED]->(f:AchievementForm)-[:REGRETS]->(w:WorkProject)-[:EXERCISES]->(k:Competency)
WHERE $year IS NULL OR f.year = $year
WITH k, w, c ORDER BY c.name, c.id
WITH k, count(DISTINCT w) AS count, collect(DISTINCT c) AS members
RETURN k.name AS theme, count, members[0..20] AS cadres
ORDER BY count DESC, theme, k.id
