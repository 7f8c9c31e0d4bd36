// title: 按身份标识取干部
// description: Which cadres these keyed hashes identify; numbers in clear are not in the graph.
// param scheme: text = the kind of identifier
// param values: texts = the keyed hashes
// returns: value, cadre
MATCH (i:Identifier {scheme: $scheme})-[:IDENTIFIES]->(c:Cadre)
WHERE i.value IN $values
RETURN DISTINCT i.value AS value, c.id AS cadre
ORDER BY value, cadre
