// title: 干部的学历
// description: What these cadres studied, where a school is named.
// param cadres: texts = ids of cadres
// param limit: integer = the most rows
// returns: id, cadre, name, school, major, start, end
UNWIND $cadres AS cadre
MATCH (c:Cadre {id: cadre})-[:STUDIED]->(e:Education)
WHERE e.school IS NOT NULL
RETURN e.id AS id, c.id AS cadre, c.name AS name, e.school AS school, e.major AS major, e.start AS start, e.end AS end
ORDER BY school, start, id
LIMIT $limit
