// title: 若干干部现任职的单位
// description: The units where these cadres serve now.
// param ids: texts = ids of cadres
// returns: id
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE c.id IN $ids AND t.end_status = 'current' AND t.kind <> 'membership'
RETURN DISTINCT u.id AS id
ORDER BY id
