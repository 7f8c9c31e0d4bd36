// title: 按编号或名称取岗位
// description: The posts of exactly this id, of this title, or of a unit and title written together.
// param text: text = an id, a title, or a unit's name and a title
// returns: id, title, unit
MATCH (p:Post)-[:IN_UNIT]->(u:Unit)
WHERE p.id = $text OR p.title = $text OR u.name + p.title = $text
RETURN p.id AS id, p.title AS title, u.name AS unit
ORDER BY unit, title, id
