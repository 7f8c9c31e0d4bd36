// ---
// title = { zh = "日常了解按能力项", en = "Observations by competency" }
// question = { zh = "对某人各项能力的正面、负面反映各有几条, 几位反映人?", en = "How many positive and negative notes are there on each competency, and from how many people?" }
// sentence = { zh = "对[ {cadre} ]各项能力的正面、负面反映", en = "Positive and negative notes[ on {cadre}] by competency" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随日常了解记录数线性增长", en = "linear in observation notes" }
// why = '''
// MATCH path = (c:Cadre)<-[:ABOUT]-(n:ObservationNote)-[:ON_COMPETENCY]->(k:Competency)
// WHERE c.id = $row.cadre AND k.name = $row.competency
// RETURN path
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
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
// type = "integer"
// meaning = { zh = "正面", en = "Positive" }
//
// [columns.negative]
// type = "integer"
// meaning = { zh = "负面", en = "Negative" }
//
// [columns.neutral]
// type = "integer"
// meaning = { zh = "中性", en = "Neutral" }
//
// [columns.authors]
// type = "integer"
// meaning = { zh = "记录人数", en = "Authors" }
// ---
MATCH (c:Cadre)<-[:ABOUT]-(n:ObservationNote)-[:ON_COMPETENCY]->(k:Competency)
WHERE ($cadre IS NULL OR c.id = $cadre) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
WITH c, k, sum(CASE WHEN n.polarity = '正面' THEN 1 ELSE 0 END) AS positive, sum(CASE WHEN n.polarity = '负面' THEN 1 ELSE 0 END) AS negative,
  sum(CASE WHEN n.polarity = '中性' THEN 1 ELSE 0 END) AS neutral, count(DISTINCT n.author) AS authors
RETURN c AS cadre, k.name AS competency, positive, negative, neutral, authors
ORDER BY c.name, c.id, competency, k.id
