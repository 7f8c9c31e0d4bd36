// title: 一些单位的任职
// description: Every holding of a post at some units, with what a team's structure counts and the documents that state it.
// param units: texts = ids of the units
// param limit: integer = the most rows
// returns: id, cadre, name, sex, birth_month, education, unit_id, unit, title, rank, start, end, status, kind, category, concurrent, acting, order, documents
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE u.id IN $units
RETURN t.id AS id, c.id AS cadre, c.name AS name, c.sex AS sex, c.birth_month AS birth_month,
  [(c)-[:STUDIED]->(e:Education) WHERE e.level IS NOT NULL | e.level] AS education,
  u.id AS unit_id, u.name AS unit, t.title AS title, t.rank AS rank, t.start AS start, t.end AS end,
  t.end_status AS status, t.kind AS kind, t.member_category AS category, t.concurrent AS concurrent, t.acting AS acting,
  t.order AS order,
  [(t)-[:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) | {record_id: record.id, title: document.title}] AS documents
ORDER BY start, name, title, id
LIMIT $limit
