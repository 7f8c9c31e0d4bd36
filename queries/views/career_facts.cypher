// ---
// title = { zh = "若干干部的任职和职级", en = "Posts and ranks of some cadres" }
// question = { zh = "这些干部任过什么职务、什么层次, 任职单位后来更名没有?", en = "The posts and ranks of these cadres, with the person (part cadre), and what units where they serve were renamed to (part renaming), without sources." }
// access = 2
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids" }
//
// [columns.cadre]
// type = "text"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.part]
// type = "text"
// meaning = { zh = "部分", en = "Part" }
//
// [columns.label]
// type = "text"
// meaning = { zh = "记录类型", en = "Record type" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
//
// [columns.outgoing]
// type = "value"
// meaning = { zh = "由它指出的关系", en = "Relations from it" }
// ---
MATCH (c:Cadre) WHERE c.id IN $ids
RETURN c.id AS cadre, 'cadre' AS part, 'Cadre' AS label, properties(c) AS properties, [] AS outgoing
UNION ALL
MATCH (c:Cadre)-[:HELD]->(n:Tenure) WHERE c.id IN $ids
RETURN c.id AS cadre, 'fact' AS part, 'Tenure' AS label, properties(n) AS properties,
  [(n)-[:AT_UNIT]->(u:Unit) | {type: 'AT_UNIT', id: u.id, label: 'Unit', name: u.name, values: {}}] AS outgoing
UNION ALL
MATCH (c:Cadre)--(n:RankRecord) WHERE c.id IN $ids
RETURN c.id AS cadre, 'fact' AS part, 'RankRecord' AS label, properties(n) AS properties, [] AS outgoing
UNION ALL
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(:Unit)-[:SUCCEEDED_BY*0..3]->(u:Unit)-[s:SUCCEEDED_BY]->(later:Unit)
WHERE c.id IN $ids AND t.end_status = 'current'
WITH DISTINCT c, u, s, later
RETURN c.id AS cadre, 'renaming' AS part, 'Unit' AS label,
  {unit: u.id, later: later.id, name: later.name, date: s.date, kind: s.kind} AS properties, [] AS outgoing
