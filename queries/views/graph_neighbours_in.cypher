// title: 一个事物的相邻事物（向内）
// description: The things of one label that point at it by one relation, newest first; the reader puts the label of the thing in the place of Thing.
// param id: text = the thing's id
// param type: text = the relation
// param label: text = the label of the other end
// param limit: integer = the most rows
// returns: id
MATCH (n:Thing {id: $id})<-[r]-(m)
WHERE type(r) = $type AND labels(m)[0] = $label
WITH DISTINCT m
RETURN m.id AS id
ORDER BY coalesce(m.start, m.date, toString(m.year), m.end, '') DESC, coalesce(m.name, m.title, ''), id
LIMIT $limit
