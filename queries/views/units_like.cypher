// title: 名称相近的单位
// description: Units whose name, short name, pinyin or initials hold the text; names that begin with it first.
// param text: text = what was typed
// param limit: integer = the most rows
// returns: id, name, short_name
MATCH (u:Unit)
WHERE u.name CONTAINS $text OR u.short_name CONTAINS $text OR u.pinyin CONTAINS toLower($text) OR u.initials STARTS WITH toLower($text)
RETURN u.id AS id, u.name AS name, u.short_name AS short_name
ORDER BY u.name STARTS WITH $text DESC, size(u.name), name, id
LIMIT $limit
