// ---
// title = { zh = "文字里提到的干部和单位", en = "Cadres and units named in a text" }
// question = { zh = "这段文字里写着哪些干部、单位的名称?", en = "The cadres and units whose whole name stands in a text." }
// access = 2
//
// [parameters.text]
// type = "text"
// help = { zh = "一段文字", en = "A text" }
//
// [columns.label]
// type = "text"
// meaning = { zh = "种类", en = "Kind" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
// ---
CALL {
  MATCH (c:Cadre) WHERE size(c.name) > 1 AND $text CONTAINS c.name
  RETURN 'Cadre' AS label, c.id AS id, c.name AS name
  UNION
  MATCH (u:Unit) WHERE size(u.name) > 1 AND ($text CONTAINS u.name OR $text CONTAINS u.short_name)
  RETURN 'Unit' AS label, u.id AS id, u.name AS name
}
RETURN label, id, name
ORDER BY label, size(name) DESC, name, id
LIMIT 6
