// title: 单位的任职
// description: Every post that anybody held at these units, newest first; memberships and bare ranks are left out.
// param units: texts = ids of units
// param limit: integer = the most rows
// returns: id, cadre, name, unit, unit_name, post, title, start, end, status, kind, category
UNWIND $units AS unit
MATCH (u:Unit {id: unit})<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE NOT t.kind IN ['membership', 'rank']
OPTIONAL MATCH (t)-[:OF_POST]->(p:Post)
RETURN t.id AS id, c.id AS cadre, c.name AS name, u.id AS unit, u.name AS unit_name, p.id AS post,
  coalesce(t.title, t.rank) AS title, t.start AS start, t.end AS end, t.end_status AS status, t.kind AS kind,
  t.member_category AS category
ORDER BY start DESC, id
LIMIT $limit
