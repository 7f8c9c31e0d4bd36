// ---
// title = { zh = "名单中的干部", en = "Cadres of a list" }
// question = { zh = "这些编号的干部叫什么?", en = "Cadres of a list." }
// access = 2
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids" }
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
// ---
MATCH (c:Cadre)
WHERE c.id IN $ids
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month
ORDER BY name, id
