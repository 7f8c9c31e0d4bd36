// title: 干部负责的项目
// description: The projects these cadres answered for, and in which role.
// param cadres: texts = ids of cadres
// param limit: integer = the most rows
// returns: role, start, end, cadre, name, project, title, year
UNWIND $cadres AS cadre
MATCH (c:Cadre {id: cadre})-[r:RESPONSIBLE_FOR]->(w:WorkProject)
RETURN r.role AS role, r.start AS start, r.end AS end, c.id AS cadre, c.name AS name, w.id AS project, w.title AS title, w.year AS year
ORDER BY year DESC, project, cadre
LIMIT $limit
