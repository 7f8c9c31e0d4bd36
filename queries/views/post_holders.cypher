// ---
// title = { zh = "担任过某岗位的干部", en = "Who held a post" }
// question = { zh = "谁担任过这个岗位, 从何时到何时?", en = "Everyone who held the post, newest first; starts and ends as exact as their sources." }
// access = 2
//
// [parameters.id]
// type = "text"
// help = { zh = "编号", en = "The post's id" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [columns.tenure]
// type = "text"
// meaning = { zh = "任职编号", en = "Tenure id" }
//
// [columns.cadre]
// type = "text"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务名称", en = "Title" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "Start" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止", en = "End" }
//
// [columns.status]
// type = "text"
// meaning = { zh = "是否在任", en = "Whether it lasts" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "类型", en = "Kind" }
// ---
MATCH (p:Post {id: $id})<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c:Cadre)
RETURN t.id AS tenure, c.id AS cadre, c.name AS name, t.title AS title, t.start AS start, t.end AS end,
       t.end_status AS status, t.kind AS kind
ORDER BY t.end_status = 'current' DESC, start DESC, name, title, tenure
LIMIT $limit
