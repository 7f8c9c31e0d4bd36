// ---
// title = { zh = "在某些学校学习的干部", en = "Who studied at schools" }
// question = { zh = "谁在这些学校学习过?", en = "Who studied at schools of these names." }
// access = 2
//
// [parameters.schools]
// type = "texts"
// help = { zh = "学校名称", en = "Names of schools" }
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
MATCH (e:Education)<-[:STUDIED]-(c:Cadre)
WHERE e.school IN $schools
RETURN e.id AS id, c.id AS cadre, c.name AS name, e.school AS school, e.major AS major, e.start AS start, e.end AS end
ORDER BY school, start, id
LIMIT $limit
