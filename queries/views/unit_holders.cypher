// title: 在某单位任过职的干部
// description: Everyone who held a post at the unit, newest first; starts and ends as exact as their sources.
// param id: text = the unit's id
// param limit: integer = the most rows
// returns: tenure, cadre, name, title, start, end, status, kind, written
MATCH (u:Unit {id: $id})<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
RETURN t.id AS tenure, c.id AS cadre, c.name AS name, t.title AS title, t.start AS start, t.end AS end,
       t.end_status AS status, t.kind AS kind, t.unit_name AS written
ORDER BY t.end_status = 'current' DESC, start DESC, name, title, tenure
LIMIT $limit
