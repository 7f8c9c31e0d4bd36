// ---
// title = { zh = "基本称职及以下", en = "Basic or lower" }
// question = { zh = "谁的年度考核有基本称职或以下?", en = "Who was graded basic or lower in annual assessments?" }
// also = { zh = "不称职 考核差 末位", en = "worst poor assessment" }
// sentence = { zh = "[{since} 年以来]年度考核基本称职及以下满 {times} 次的干部", en = "Cadres graded basic or lower in {times} or more annual assessments[ since {since}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随年度考核数线性增长", en = "linear in annual assessments" }
// source = { zh = "公务员考核规定: 连续两年基本称职的处理", en = "Provisions on the Assessment of Civil Servants: what follows two years of basically competent" }
// why = '''
// MATCH path = (c:Cadre)<-[:OF]-(a:Assessment)
// WHERE c.id = $row.cadre AND a.grade IN ['基本称职', '基本合格', '不称职', '不合格']
// RETURN path
// '''
//
// [parameters.times]
// type = "integer"
// help = { zh = "至少几次", en = "At least how often" }
// default = 1
// minimum = 1
// maximum = 20
//
// [parameters.since]
// type = "integer"
// help = { zh = "从哪一年", en = "From which year" }
// minimum = 1950
// maximum = 2100
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "次数", en = "Times" }
//
// [columns.years]
// type = "texts"
// meaning = { zh = "年度和等次", en = "Years and grades" }
// ---
MATCH (c:Cadre)<-[:OF]-(a:Assessment)
WHERE a.kind = '年度考核' AND a.grade IN ['基本称职', '基本合格', '不称职', '不合格'] AND ($since IS NULL OR a.year >= $since)
WITH c, a ORDER BY a.year, a.grade, a.id
WITH c, count(DISTINCT a.year) AS count, collect(toString(a.year) + a.grade) AS years
WHERE count >= $times
RETURN c AS cadre, count, years
ORDER BY count DESC, c.name, c.id
