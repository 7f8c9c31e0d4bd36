// ---
// title = { zh = "按编号或姓名取干部", en = "Cadres of an id or a name" }
// question = { zh = "编号或姓名正好是这个的干部有谁?", en = "The cadres of exactly this id, or of exactly this name." }
// access = 2
//
// [parameters.text]
// type = "text"
// help = { zh = "查找的文字", en = "An id or a full name" }
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
MATCH (c:Cadre) WHERE c.id = $text OR c.name = $text
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month,
  [(c)-[:HELD]->(t:Tenure) WHERE t.end_status = 'current' AND t.kind <> 'membership' |
    {id: t.id, unit: t.unit_name, post: t.title, rank: t.rank, concurrent: coalesce(t.concurrent, false), start: t.start}] AS current_posts
ORDER BY c.id = $text DESC, name, birth_month, id
