// title: 按编号或姓名取干部
// description: The cadres of exactly this id, or of exactly this name.
// param text: text = an id or a full name
// returns: id, name, sex, birth_month, current_posts
MATCH (c:Cadre) WHERE c.id = $text OR c.name = $text
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month,
  [(c)-[:HELD]->(t:Tenure) WHERE t.end_status = 'current' AND t.kind <> 'membership' |
    {unit: t.unit_name, post: t.title, rank: t.rank, concurrent: coalesce(t.concurrent, false), start: t.start}] AS current_posts
ORDER BY c.id = $text DESC, name, birth_month, id
