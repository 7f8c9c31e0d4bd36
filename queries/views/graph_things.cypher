// title: 图上的事物
// description: Things of one label by their ids; the reader puts the label in the place of Thing.
// param ids: texts = ids of things
// returns: id, properties
UNWIND $ids AS id
MATCH (n:Thing {id: id})
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
