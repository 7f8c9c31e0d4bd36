// ---
// title = { zh = "查找干部", en = "Find cadres" }
// question = { zh = "姓名、拼音、单位或职务与此相符的干部有谁?", en = "Cadres by name, pinyin, initials, unit or post; an empty text finds all." }
// access = 2
//
// [parameters.text]
// type = "text"
// help = { zh = "查找的文字", en = "What to look for; compared as written, and in lower case with pinyin" }
//
// [parameters.usual]
// type = "text"
// help = { zh = "换成单位常用名的同一文字", en = "The same with the usual names of bodies" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
//
// [columns.sex]
// type = "text"
// meaning = { zh = "性别", en = "Sex" }
//
// [columns.birth_month]
// type = "month"
// meaning = { zh = "出生年月", en = "Birth month" }
//
// [columns.current_posts]
// type = "value"
// meaning = { zh = "现任职务", en = "Posts held now" }
// ---
CALL () {
  MATCH (c:Cadre) WHERE c.name CONTAINS $text OR c.pinyin CONTAINS toLower($text) OR c.initials STARTS WITH toLower($text) RETURN c
  UNION
  MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
  WHERE $text <> '' AND t.end_status = 'current'
    AND (u.name CONTAINS $usual OR u.name CONTAINS $text OR t.unit_name CONTAINS $text OR t.renamed_to CONTAINS $text OR u.short_name CONTAINS $text OR u.pinyin CONTAINS toLower($text) OR u.initials STARTS WITH toLower($text))
  RETURN c
  UNION
  MATCH (later:Unit)<-[:SUCCEEDED_BY*1..3]-(:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
  WHERE $text <> '' AND t.end_status = 'current'
    AND (later.name CONTAINS $usual OR later.name CONTAINS $text OR later.short_name CONTAINS $text)
  RETURN c
  UNION
  MATCH (p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c:Cadre)
  WHERE $text <> '' AND t.end_status = 'current' AND p.title CONTAINS $text
  RETURN c
}
WITH DISTINCT c ORDER BY c.name, c.birth_month, c.id LIMIT $limit
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month,
  [(c)-[:HELD]->(t:Tenure) WHERE t.end_status = 'current' AND t.kind <> 'membership' |
    {id: t.id, unit: coalesce(t.renamed_to, t.unit_name), post: t.title, rank: t.rank, concurrent: coalesce(t.concurrent, false), start: t.start}] AS current_posts
ORDER BY name, birth_month, id
