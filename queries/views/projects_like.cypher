// ---
// title = { zh = "名称相近的项目", en = "Projects of a similar title" }
// question = { zh = "名称里有这些字的项目有哪些?", en = "Work projects whose title holds the text; the newest first." }
// access = 3
//
// [parameters.text]
// type = "text"
// help = { zh = "查找的文字", en = "What was typed" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "名称", en = "Title" }
//
// [columns.unit]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
// ---
MATCH (w:WorkProject)
WHERE w.title CONTAINS $text
RETURN w.id AS id, w.title AS title, w.unit_name AS unit, w.year AS year
ORDER BY year DESC, title, id
LIMIT $limit
