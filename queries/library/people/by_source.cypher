// ---
// title = { zh = "按来源查干部", en = "Cadres by how they entered" }
// question = { zh = "选调、军转、考录等来源的干部有哪些?", en = "Which cadres entered by selection, from the army, by examination …?" }
// sentence = { zh = "[“{source}”来源的][ {level} ]干部，按来源", en = "Cadres[ ({level})] by how they entered[: {source}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
// '''
//
// [parameters.source]
// type = "text"
// help = { zh = "来源中的词", en = "A word in the source" }
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.source]
// type = "text"
// meaning = { zh = "来源", en = "Source" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
// ---
MATCH (c:Cadre)
WHERE c.entry_source IS NOT NULL AND ($source IS NULL OR c.entry_source CONTAINS $source) AND ($level IS NULL OR c.position_level = $level)
RETURN c AS cadre, c.entry_source AS source, c.position_level AS level
ORDER BY source, c.name, c.id
