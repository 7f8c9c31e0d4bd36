// ---
// title = { zh = "反映不一致", en = "Notes that contradict each other" }
// question = { zh = "谁在同一能力项上既有正面又有负面反映?", en = "Of whom do notes say both good and bad on the same competency?" }
// sentence = { zh = "[{unit} ]同一能力项上既有正面又有负面反映的干部", en = "Cadres[ of {unit}] of whom notes say both good and bad on one competency" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随日常了解记录数线性增长", en = "linear in observation notes" }
// why = '''
// MATCH path = (c:Cadre)<-[:ABOUT]-(n:ObservationNote)-[:ON_COMPETENCY]->(k:Competency)
// WHERE c.id = $row.cadre AND k.name = $row.competency AND n.polarity IN ['正面', '负面']
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.competency]
// type = "text"
// meaning = { zh = "能力项", en = "Competency" }
//
// [columns.positive]
// type = "things"
// meaning = { zh = "正面", en = "Positive" }
//
// [columns.negative]
// type = "things"
// meaning = { zh = "负面", en = "Negative" }
// ---
MATCH (c:Cadre)<-[:ABOUT]-(n:ObservationNote)-[:ON_COMPETENCY]->(k:Competency)
WHERE n.polarity IN ['正面', '负面'] AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
WITH c, k, n ORDER BY n.date, n.id
WITH c, k, collect(CASE WHEN n.polarity = '正面' THEN n END) AS positive, collect(CASE WHEN n.polarity = '负面' THEN n END) AS negative
WHERE size(positive) > 0 AND size(negative) > 0
RETURN c AS cadre, k.name AS competency, positive, negative
ORDER BY c.name, c.id, competency, k.id
