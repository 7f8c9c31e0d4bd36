// ---
// title = { zh = "某人的导入问题", en = "Findings about a cadre" }
// question = { zh = "关于一名干部, 导入时有哪些问题?", en = "What were the importers not sure of about a cadre?" }
// sentence = { zh = "[{cadre} ]导入问题", en = "Findings[ about {cadre}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随导入问题数线性增长", en = "linear in findings" }
// why = '''
// MATCH path = (f:Finding)-[:ABOUT]->(c:Cadre)
// WHERE f.id = $row.finding
// RETURN path
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.code]
// type = "text"
// meaning = { zh = "问题", en = "Code" }
//
// [columns.place]
// type = "text"
// meaning = { zh = "位置", en = "Place" }
//
// [columns.reason]
// type = "text"
// meaning = { zh = "说明", en = "Reason" }
//
// [columns.reason_en]
// type = "text"
// english_of = "reason"
// meaning = { zh = "英文说明", en = "Reason in English" }
//
// [columns.finding]
// type = "record"
// meaning = { zh = "问题记录", en = "Finding" }
// ---
MATCH (f:Finding)-[:ABOUT]->(c:Cadre)
WHERE $cadre IS NULL OR c.id = $cadre
RETURN c AS cadre, f.code AS code, f.place AS place, f.reason AS reason, f.reason_en AS reason_en, f AS finding
ORDER BY c.name, c.id, code, place, f.id
