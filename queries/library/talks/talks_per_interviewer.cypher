// ---
// title = { zh = "各谈话人谈话情况", en = "Talks by interviewer" }
// question = { zh = "每位谈话人谈了多少次、多少名干部, 其中与本人谈的有多少?", en = "How many talks did each interviewer hold, about how many cadres, and how many with the cadres themselves?" }
// sentence = { zh = "[{since} 以来][ {unit} ]各谈话人的谈话", en = "Talks by interviewer[ about {unit}][ since {since}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随谈话总数增长", en = "grows with the number of talks" }
// why = '''
// MATCH path = (i:Interview)-[:ABOUT]->(c:Cadre)
// WHERE coalesce(i.interviewer, '不详') = $row.interviewer AND i.date <= $as_of
//   AND ($since IS NULL OR i.date >= left($since, size(i.date))) AND ($kinds IS NULL OR i.kind IN $kinds)
// RETURN path
// ORDER BY i.date DESC, i.id
// LIMIT 100
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.since]
// type = "day"
// help = { zh = "自哪一天", en = "Since which day" }
//
// [parameters.kinds]
// type = "several_of"
// help = { zh = "谈话类型", en = "Kinds of talk" }
// choices = "interview_kind"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.interviewer]
// type = "text"
// meaning = { zh = "谈话人", en = "Interviewer" }
//
// [columns.talks]
// type = "integer"
// meaning = { zh = "谈话次数", en = "Talks" }
//
// [columns.cadres]
// type = "integer"
// meaning = { zh = "涉及干部", en = "Cadres" }
// unit = { zh = "人", en = "cadres" }
//
// [columns.with_themselves]
// type = "integer"
// meaning = { zh = "与本人谈", en = "With the cadre" }
//
// [columns.newest]
// type = "day"
// meaning = { zh = "最近一次", en = "Latest" }
// ---
MATCH (i:Interview)-[:ABOUT]->(c:Cadre)
WHERE i.date <= $as_of AND ($since IS NULL OR i.date >= left($since, size(i.date))) AND ($kinds IS NULL OR i.kind IN $kinds)
  AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND v.id IN $unit })
RETURN coalesce(i.interviewer, '不详') AS interviewer, count(DISTINCT i) AS talks, count(DISTINCT c) AS cadres,
  sum(CASE WHEN i.respondent_class = '本人' THEN 1 ELSE 0 END) AS with_themselves, max(i.date) AS newest
ORDER BY talks DESC, interviewer
