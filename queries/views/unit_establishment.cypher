// ---
// title = { zh = "编制与职数", en = "Establishment of units" }
// question = { zh = "这些单位的编制和职数是多少, 现在谁在任?", en = "What units may have by headcount and leading posts, and who holds posts there now." }
// access = 2
//
// [parameters.units]
// type = "texts"
// help = { zh = "单位编号", en = "Ids of units" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
//
// [columns.holders]
// type = "value"
// meaning = { zh = "现任", en = "Holders" }
// ---
MATCH (u:Unit) WHERE u.id IN $units
RETURN properties(u) AS properties,
  [(u)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre) WHERE t.end_status = 'current' AND t.kind <> 'membership' |
    {cadre: c.id, category: c.person_category, member: t.member_category, concurrent: coalesce(t.concurrent, false)}] AS holders
ORDER BY u.sort_order IS NULL, u.sort_order, u.name, u.id
