// ---
// title = { zh = "若干干部现任职的单位", en = "Units where cadres serve" }
// question = { zh = "这些干部现在任职的单位有哪些?", en = "The units where these cadres serve now." }
// access = 2
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids of cadres" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE c.id IN $ids AND t.end_status = 'current' AND t.kind <> 'membership'
RETURN DISTINCT u.id AS id
ORDER BY id
