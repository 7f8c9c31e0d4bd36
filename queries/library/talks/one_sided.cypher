// ---
// title = { zh = "只听过一类人的反映", en = "Heard from one side only" }
// question = { zh = "对谁的谈话和日常了解只来自一类人 (本人所说不算)?", en = "Of whom do talks and notes come from one class of respondents only (the cadre's own words do not count)?" }
// sentence = { zh = "[{unit} ][{since} 以来]只听过一类人反映的干部", en = "Cadres[ of {unit}] heard about from one side only[ since {since}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随谈话和日常了解总数增长", en = "grows with the number of talks and notes" }
// why = '''
// MATCH (c:Cadre)
// WHERE c.id = $row.cadre
// OPTIONAL MATCH talk = (c)<-[:ABOUT]-(i:Interview) WHERE i.respondent_class <> '本人'
// OPTIONAL MATCH note = (c)<-[:ABOUT]-(n:ObservationNote) WHERE n.respondent_class <> '本人'
// RETURN c, talk, note
// '''
//
// [parameters.since]
// type = "day"
// help = { zh = "自哪一天", en = "Since which day" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.class]
// type = "text"
// meaning = { zh = "反映人类别", en = "Who was heard" }
//
// [columns.talks]
// type = "integer"
// meaning = { zh = "谈话数", en = "Talks" }
//
// [columns.notes]
// type = "integer"
// meaning = { zh = "日常了解数", en = "Notes" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit) WHERE t.end_status = 'current' AND v.id IN $unit })
CALL (c) {
  MATCH (c)<-[:ABOUT]-(i:Interview)
  WHERE i.respondent_class <> '本人' AND ($since IS NULL OR i.date >= left($since, size(i.date)))
  RETURN i.respondent_class AS class, 1 AS talk, i.id AS ident
  UNION ALL
  MATCH (c)<-[:ABOUT]-(n:ObservationNote)
  WHERE n.respondent_class <> '本人' AND ($since IS NULL OR n.date >= left($since, size(n.date)))
  RETURN n.respondent_class AS class, 0 AS talk, n.id AS ident
}
WITH c, count(DISTINCT class) AS classes, min(class) AS class, sum(talk) AS talks, sum(1 - talk) AS notes
WHERE classes = 1
RETURN c AS cadre, class, talks, notes
ORDER BY talks + notes DESC, c.name, c.id
