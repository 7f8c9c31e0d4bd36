// ---
// title = { zh = "连续优秀", en = "Excellent in consecutive years" }
// question = { zh = "谁的年度考核连续若干年优秀?", en = "Who was graded excellent in consecutive years?" }
// also = { zh = "连年优秀 一直优秀", en = "always excellent" }
// sentence = { zh = "连续 {years} 年优秀的[ {level} ]干部", en = "Cadres[ ({level})] excellent {years} years in a row" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随年度考核数线性增长", en = "linear in annual assessments" }
// source = { zh = "公务员考核规定: 连续优秀等次的奖励", en = "Provisions on the Assessment of Civil Servants: awards for excellent grades in succession" }
// why = '''
// MATCH path = (c:Cadre)<-[:OF]-(a:Assessment)
// WHERE c.id = $row.cadre AND a.kind = '年度考核' AND a.year >= $row.first AND a.year <= $row.last
// RETURN path
// '''
//
// [parameters.years]
// type = "integer"
// help = { zh = "连续几年", en = "How many years in a row" }
// default = 2
// minimum = 2
// maximum = 20
//
// [parameters.until]
// type = "integer"
// help = { zh = "截至哪一年", en = "Up to which year" }
// minimum = 1950
// maximum = 2100
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
// [columns.first]
// type = "integer"
// meaning = { zh = "从", en = "From" }
//
// [columns.last]
// type = "integer"
// meaning = { zh = "到", en = "To" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "年数", en = "Years" }
// ---
MATCH (c:Cadre)<-[:OF]-(a:Assessment)
WHERE a.kind = '年度考核' AND a.grade = '优秀' AND ($until IS NULL OR a.year <= $until) AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
WITH DISTINCT c, a.year AS year
ORDER BY year
WITH c, collect(year) AS years
UNWIND range(0, size(years) - 1) AS i
WITH c, years[i] - i AS run, years[i] AS year
WITH c, run, min(year) AS first, max(year) AS last, count(*) AS count
WHERE count >= $years
RETURN c AS cadre, first, last, count
ORDER BY count DESC, last DESC, c.name, c.id, first
