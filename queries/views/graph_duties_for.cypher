// title: 项目的责任人
// description: Who answered for these projects, and in which role.
// param projects: texts = ids of projects
// param limit: integer = the most rows
// returns: role, start, end, cadre, name, project, title, year
UNWIND $projects AS project
MATCH (w:WorkProject {id: project})<-[r:RESPONSIBLE_FOR]-(c:Cadre)
RETURN r.role AS role, r.start AS start, r.end AS end, c.id AS cadre, c.name AS name, w.id AS project, w.title AS title, w.year AS year
ORDER BY year DESC, project, cadre
LIMIT $limit
