// title: 岗位的任职
// description: Everyone who held these posts, newest first.
// param posts: texts = ids of posts
// param limit: integer = the most rows
// returns: id, cadre, name, unit, unit_name, post, title, start, end, status, kind, category
UNWIND $posts AS post
MATCH (p:Post {id: post})<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c:Cadre)
OPTIONAL MATCH (t)-[:AT_UNIT]->(u:Unit)
RETURN t.id AS id, c.id AS cadre, c.name AS name, u.id AS unit, u.name AS unit_name, p.id AS post,
  coalesce(t.title, t.rank) AS title, t.start AS start, t.end AS end, t.end_status AS status, t.kind AS kind,
  t.member_category AS category
ORDER BY start DESC, id
LIMIT $limit
