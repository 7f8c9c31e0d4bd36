// title: 一个事物有哪些联系
// description: How many relations a thing has, by type, direction and label of the other end; the reader puts the label in the place of Thing.
// param id: text = the thing's id
// returns: type, outward, label, count
CALL () {
  MATCH (n:Thing {id: $id})-[r]->(m) WHERE type(r) <> 'STATED_IN'
  RETURN type(r) AS type, true AS outward, labels(m)[0] AS label, count(m) AS count
  UNION ALL
  MATCH (n:Thing {id: $id})<-[r]-(m)
  RETURN type(r) AS type, false AS outward, labels(m)[0] AS label, count(m) AS count
}
RETURN type, outward, label, count
ORDER BY type, outward, label
