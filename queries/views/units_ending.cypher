// ---
// title = { zh = "名称以某些字结尾的单位", en = "Units whose name ends in a text" }
// question = { zh = "名称或简称以这些字之一结尾的单位有哪些?", en = "Units whose name or short name ends in one of these texts, the longest ending first: 水利局 for 澜江市水利局." }
// access = 2
//
// [parameters.texts]
// type = "texts"
// help = { zh = "结尾的文字, 长的在前", en = "Endings, the longest first" }
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
// [columns.ending]
// type = "text"
// meaning = { zh = "结尾", en = "Ending" }
// ---
MATCH (u:Unit)
WITH u, [text IN $texts WHERE u.name ENDS WITH text OR u.short_name ENDS WITH text][0] AS ending
WHERE ending IS NOT NULL
RETURN u.id AS id, u.name AS name, ending
ORDER BY size(ending) DESC, size(u.name), name, id
LIMIT $limit
