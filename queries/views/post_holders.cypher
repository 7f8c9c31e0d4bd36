// title: 担任过某岗位的干部
// description: Everyone who held the post, newest first; starts and ends as exact as their sources.
// param id: text = the post's id
// param limit: integer = the most rows
// returns: tenure, cadre, name, title, start, end, status, kind
MATCH (p:Post {id: $id})<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c:Cadre)
RETURN t.id AS tenure, c.id AS cadre, c.name AS name, t.title AS title, t.start AS start, t.end AS end,
       t.end_status AS status, t.kind AS kind
ORDER BY t.end_status = 'current' DESC, start DESC, name, title, tenure
LIMIT $limit
