// title: 按编号或名称取单位
// description: The units of exactly this id, name or short name.
// param text: text = an id or a name
// returns: id, name
MATCH (u:Unit) WHERE u.id = $text OR u.name = $text OR u.short_name = $text
RETURN u.id AS id, u.name AS name
ORDER BY u.id = $text DESC, u.name = $text DESC, name, id
