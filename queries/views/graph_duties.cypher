// ---
// title = { zh = "干部负责的项目", en = "Projects of cadres" }
// question = { zh = "这些干部负责过哪些项目, 任何角色?", en = "The projects these cadres answered for, and in which role." }
// access = 3
//
// [parameters.cadres]
// type = "texts"
// help = { zh = "干部编号", en = "Ids of cadres" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.role]
// type = "text"
// meaning = { zh = "角色", en = "Role" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "Start" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "End" }
//
// [columns.cadre]
// type = "text"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
//
// [columns.project]
// type = "text"
// meaning = { zh = "项目编号", en = "Project id" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "项目名称", en = "Title" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
// ---
UNWIND $cadres AS cadre
MATCH (c:Cadre {id: cadre})-[r:RESPONSIBLE_FOR]->(w:WorkProject)
RETURN r.role AS role, r.start AS start, r.end AS end, c.id AS cadre, c.name AS name, w.id AS project, w.title AS title, w.year AS year
ORDER BY year DESC, project, cadre
LIMIT $limit
