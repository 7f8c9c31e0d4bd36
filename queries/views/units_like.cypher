// ---
// title = { zh = "名称相近的单位", en = "Units of a similar name" }
// question = { zh = "名称里有这些字的单位有哪些?", en = "Units whose name, short name, pinyin or initials hold the text; names that begin with it first." }
// access = 2
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
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
//
// [columns.short_name]
// type = "text"
// meaning = { zh = "简称", en = "Short name" }
// ---
MATCH (u:Unit)
WHERE u.name CONTAINS $text OR u.short_name CONTAINS $text OR u.pinyin CONTAINS toLower($text) OR u.initials STARTS WITH toLower($text)
RETURN u.id AS id, u.name AS name, u.short_name AS short_name
ORDER BY u.name STARTS WITH $text DESC, size(u.name), name, id
LIMIT $limit
