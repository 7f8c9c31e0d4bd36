// ---
// title = { zh = "按编号或名称取单位", en = "Units of an id or a name" }
// question = { zh = "编号或名称正好是这个的单位有哪些?", en = "The units of exactly this id, name or short name." }
// access = 2
//
// [parameters.text]
// type = "text"
// help = { zh = "查找的文字", en = "An id or a name" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
// ---
MATCH (u:Unit) WHERE u.id = $text OR u.name = $text OR u.short_name = $text
RETURN u.id AS id, u.name AS name
ORDER BY u.id = $text DESC, u.name = $text DESC, name, id
