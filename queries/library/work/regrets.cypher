// ---
// title = { zh = "遗憾的工作", en = "Regretted work" }
// question = { zh = "干部自述的遗憾集中在哪些方面?", en = "What do the cadres regret?" }
// also = { zh = "后悔 遗憾 没做好", en = "regret wished otherwise" }
// sentence = { zh = "[{cadre} ][{year} 年]自述的遗憾[，提到“{word}”]", en = "Regrets[ of {cadre}][ in {year}][ that mention {word}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随业绩信息采集表数线性增长", en = "linear in achievement forms" }
// why = '''
// MATCH path = (c:Cadre)-[:SUBMITTED]->(f:AchievementForm)
// WHERE f.id = $row.form
// OPTIONAL MATCH named = (f)-[:REGRETS]->(w:WorkProject)
// RETURN path, named
// '''
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度", en = "Year" }
// minimum = 1950
// maximum = 2100
//
// [parameters.word]
// type = "text"
// help = { zh = "内容中的词", en = "A word in the text" }
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.text]
// type = "text"
// meaning = { zh = "遗憾的工作", en = "Regretted work" }
//
// [columns.improvement]
// type = "text"
// meaning = { zh = "改进打算", en = "What to improve" }
//
// [columns.form]
// type = "record"
// meaning = { zh = "业绩表", en = "Form" }
// ---
MATCH (c:Cadre)-[:SUBMITTED]->(f:AchievementForm)
WHERE f.regretted IS NOT NULL AND ($year IS NULL OR f.year = $year) AND ($word IS NULL OR f.regretted CONTAINS $word) AND ($cadre IS NULL OR c.id = $cadre)
RETURN c AS cadre, f.year AS year, f.regretted AS text, f.improvement AS improvement, f AS form
ORDER BY year DESC, c.name, c.id, f.id
