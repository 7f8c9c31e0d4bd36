// title: 图上事物之间的联系
// description: Every relation that starts at one of these things; the reader puts their label in the place of Thing.
// param ids: texts = ids of things
// returns: start, type, end, properties
UNWIND $ids AS id
MATCH (n:Thing {id: id})-[r]->(m)
WHERE type(r) <> 'STATED_IN'
RETURN n.id AS start, type(r) AS type, m.id AS end, properties(r) AS properties
ORDER BY start, type, end
