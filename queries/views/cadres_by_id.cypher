// ---
// title = { zh = "名单中的干部", en = "Cadres of a list" }
// question = { zh = "这些编号的干部叫什么, 现任什么职务?", en = "Cadres of a list." }
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
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
//
// [columns.level_since]
// type = "month"
// meaning = { zh = "任现职务层次时间", en = "At this level since" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "职级", en = "Grade" }
//
// [columns.post]
// type = "text"
// meaning = { zh = "现任职务", en = "Current post" }
// ---
MATCH (c:Cadre)
WHERE c.id IN $ids
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month,
  c.position_level AS level, c.position_level_since AS level_since, c.grade AS grade, c.current_post_text AS post
ORDER BY name, id
