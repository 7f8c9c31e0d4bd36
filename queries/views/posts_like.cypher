// title: 名称相近的岗位
// description: Posts whose title, or unit and title together, hold the text; titles that begin with it first.
// param text: text = what was typed
// param limit: integer = the most rows
// returns: id, title, unit
MATCH (p:Post)-[:IN_UNIT]->(u:Unit)
WHERE u.name + p.title CONTAINS $text
RETURN p.id AS id, p.title AS title, u.name AS unit
ORDER BY p.title STARTS WITH $text DESC, size(u.name), unit, title, id
LIMIT $limit
