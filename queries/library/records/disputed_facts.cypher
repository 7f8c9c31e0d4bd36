// ---
// title = { zh = "来源不一致: 学历、职级、挂职、培训、奖励", en = "Sources that disagree: education, ranks, secondments, training, awards" }
// question = { zh = "哪些学历、职级、挂职、培训、奖励记录各来源说法不一?", en = "On which records of education, rank, secondment, training and award do the sources disagree?" }
// sentence = { zh = "[{unit} ]各来源说法不一的[ {kinds} ]记录[，字段“{field}”]", en = "Records[ ({kinds})][ of {unit}] on which the sources disagree[: {field}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// computed_by = "differences"
// growth = { zh = "随这些记录的总数增长", en = "grows with the number of these records" }
// why = '''
// CALL () {
//   MATCH path = (:Cadre)-[:STUDIED]->(n:Education)
//   WHERE n.id = $row.record
//   RETURN path
//   UNION
//   MATCH path = (:Cadre)-[:HOLDS_RANK]->(n:RankRecord)
//   WHERE n.id = $row.record
//   RETURN path
//   UNION
//   MATCH path = (:Cadre)-[:SECONDED]->(n:Secondment)
//   WHERE n.id = $row.record
//   RETURN path
//   UNION
//   MATCH path = (:Cadre)-[:ATTENDED]->(n:Training)
//   WHERE n.id = $row.record
//   RETURN path
//   UNION
//   MATCH path = (:Cadre)-[:RECEIVED]->(n:Award)
//   WHERE n.id = $row.record
//   RETURN path
// }
// RETURN path
// '''
//
// [parameters.kinds]
// type = "several_of"
// help = { zh = "记录种类", en = "Kinds of record" }
// choices = ["Education", "RankRecord", "Secondment", "Training", "Award"]
//
// [parameters.field]
// type = "text"
// help = { zh = "属性, 如 start", en = "Property, such as start" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "记录种类", en = "Kind of record" }
//
// [columns.record]
// type = "record"
// meaning = { zh = "记录", en = "Record" }
//
// [columns.fields]
// type = "texts"
// meaning = { zh = "属性", en = "Properties" }
//
// [columns.alternatives]
// type = "texts"
// meaning = { zh = "各来源所说", en = "What the sources say" }
// ---
CALL () {
  MATCH (c:Cadre)-[:STUDIED]->(n:Education)
  WHERE size(n.disputed) > 0
  RETURN c, n, 'Education' AS kind
  UNION
  MATCH (c:Cadre)-[:HOLDS_RANK]->(n:RankRecord)
  WHERE size(n.disputed) > 0
  RETURN c, n, 'RankRecord' AS kind
  UNION
  MATCH (c:Cadre)-[:SECONDED]->(n:Secondment)
  WHERE size(n.disputed) > 0
  RETURN c, n, 'Secondment' AS kind
  UNION
  MATCH (c:Cadre)-[:ATTENDED]->(n:Training)
  WHERE size(n.disputed) > 0
  RETURN c, n, 'Training' AS kind
  UNION
  MATCH (c:Cadre)-[:RECEIVED]->(n:Award)
  WHERE size(n.disputed) > 0
  RETURN c, n, 'Award' AS kind
}
WITH c, n, kind
WHERE ($kinds IS NULL OR kind IN $kinds) AND ($field IS NULL OR $field IN n.disputed) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit) WHERE t.end_status = 'current' AND v.id IN $unit })
RETURN c AS cadre, kind, n AS record, n.disputed AS fields, n.alternatives AS alternatives
ORDER BY kind, c.name, c.id, n.id
