// title: 编制与职数
// description: What units may have by headcount and leading posts, and who holds posts there now.
// param units: texts = ids of units
// returns: properties, holders
MATCH (u:Unit) WHERE u.id IN $units
RETURN properties(u) AS properties,
  [(u)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre) WHERE t.end_status = 'current' AND t.kind <> 'membership' |
    {cadre: c.id, category: c.person_category, member: t.member_category, concurrent: coalesce(t.concurrent, false)}] AS holders
ORDER BY u.sort_order IS NULL, u.sort_order, u.name, u.id
