// title: 名册
// description: What a roster tells of cadres: attributes, current posts and education.
// param ids: texts = ids of cadres
// returns: id, properties, posts, education
MATCH (c:Cadre) WHERE c.id IN $ids
RETURN c.id AS id, properties(c) AS properties,
  [(c)-[:HELD]->(t:Tenure) WHERE t.end_status = 'current' AND t.kind <> 'membership' |
    {unit: t.unit_name, title: t.title, rank: t.rank, start: t.start, concurrent: coalesce(t.concurrent, false)}] AS posts,
  [(c)-[:STUDIED]->(e:Education) |
    {mode: e.mode, level: e.level, degree: e.degree, school: e.school, major: e.major}] AS education
ORDER BY id
