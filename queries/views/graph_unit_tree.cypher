// title: 单位及其下属单位
// description: A unit and all that is below it, at most eight levels down, with the unit each belongs to.
// param unit: text = the unit's id
// param limit: integer = the most rows
// returns: id, parent, depth
MATCH path = (top:Unit {id: $unit})<-[:PART_OF*0..8]-(u:Unit)
OPTIONAL MATCH (u)-[:PART_OF]->(parent:Unit)
WITH u, parent, min(length(path)) AS depth
RETURN u.id AS id, parent.id AS parent, depth
ORDER BY depth, u.sort_order, u.name, id, parent
LIMIT $limit
