// title: 在某些学校学习的干部
// description: Who studied at schools of these names.
// param schools: texts = names of schools
// param limit: integer = the most rows
// returns: id, cadre, name, school, major, start, end
MATCH (e:Education)<-[:STUDIED]-(c:Cadre)
WHERE e.school IN $schools
RETURN e.id AS id, c.id AS cadre, c.name AS name, e.school AS school, e.major AS major, e.start AS start, e.end AS end
ORDER BY school, start, id
LIMIT $limit
