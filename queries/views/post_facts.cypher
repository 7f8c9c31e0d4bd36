// title: 岗位及其单位
// description: One post and the unit it belongs to.
// param id: text = the post's id
// returns: id, title, unit_id, unit, stated
MATCH (p:Post {id: $id})
OPTIONAL MATCH (p)-[:IN_UNIT]->(u:Unit)
RETURN p.id AS id, p.title AS title, u.id AS unit_id, u.name AS unit, p.subject IS NOT NULL AS stated
