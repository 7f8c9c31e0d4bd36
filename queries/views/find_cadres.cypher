// title: 查找干部
// description: Cadres by name, pinyin, initials, unit or post; an empty text finds all.
// param text: text = what to look for; compared as written, and in lower case with pinyin
// param usual: text = the same with the usual names of bodies
// param limit: integer = the most rows
// returns: id, name, sex, birth_month, current_posts
CALL () {
  MATCH (c:Cadre) WHERE c.name CONTAINS $text OR c.pinyin CONTAINS toLower($text) OR c.initials STARTS WITH toLower($text) RETURN c
  UNION
  MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
  WHERE $text <> '' AND t.end_status = 'current'
    AND (u.name CONTAINS $usual OR u.name CONTAINS $text OR t.unit_name CONTAINS $text OR u.short_name CONTAINS $text OR u.pinyin CONTAINS toLower($text) OR u.initials STARTS WITH toLower($text))
  RETURN c
  UNION
  MATCH (p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c:Cadre)
  WHERE $text <> '' AND t.end_status = 'current' AND p.title CONTAINS $text
  RETURN c
}
WITH DISTINCT c ORDER BY c.name, c.birth_month, c.id LIMIT $limit
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month,
  [(c)-[:HELD]->(t:Tenure) WHERE t.end_status = 'current' AND t.kind <> 'membership' |
    {unit: t.unit_name, post: t.title, rank: t.rank, concurrent: coalesce(t.concurrent, false), start: t.start}] AS current_posts
ORDER BY name, birth_month, id
