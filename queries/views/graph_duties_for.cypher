// ---
// title = { zh = "项目的责任人", en = "Who answered for projects" }
// question = { zh = "这些项目由谁负责, 任何角色?", en = "Who answered for these projects, and in which role." }
// access = 3
//
// [parameters.projects]
// type = "texts"
// help = { zh = "项目编号", en = "Ids of projects" }
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
UNWIND $projects AS project
MATCH (w:WorkProject {id: project})<-[r:RESPONSIBLE_FOR]-(c:Cadre)
RETURN r.role AS role, r.start AS start, r.end AS end, c.id AS cadre, c.name AS name, w.id AS project, w.title AS title, w.year AS year
ORDER BY year DESC, project, cadre
LIMIT $limit
