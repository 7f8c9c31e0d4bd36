// title: 若干单位的现任干部
// description: Who serves at these units now, once for each post held there, with what orders them on a roster.
// param units: texts = ids of units
// returns: cadre, name, unit, unit_order, team_order, member_category, concurrent, start
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE u.id IN $units AND t.end_status = 'current' AND t.kind <> 'membership'
RETURN c.id AS cadre, c.name AS name, u.name AS unit, u.sort_order AS unit_order, t.order AS team_order,
  t.member_category AS member_category, coalesce(t.concurrent, false) AS concurrent, t.start AS start
ORDER BY cadre, unit, start
