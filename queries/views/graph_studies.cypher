// ---
// title = { zh = "干部的学历", en = "Studies of cadres" }
// question = { zh = "这些干部在哪里学习过?", en = "What these cadres studied, where a school is named." }
// access = 2
//
// [parameters.cadres]
// type = "texts"
// help = { zh = "干部编号", en = "Ids of cadres" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.cadre]
// type = "text"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
//
// [columns.school]
// type = "text"
// meaning = { zh = "学校", en = "School" }
//
// [columns.major]
// type = "text"
// meaning = { zh = "专业", en = "Major" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "Start" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "End" }
// ---
UNWIND $cadres AS cadre
MATCH (c:Cadre {id: cadre})-[:STUDIED]->(e:Education)
WHERE e.school IS NOT NULL
RETURN e.id AS id, c.id AS cadre, c.name AS name, e.school AS school, e.major AS major, e.start AS start, e.end AS end
ORDER BY school, start, id
LIMIT $limit
