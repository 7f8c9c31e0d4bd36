// ---
// title = { zh = "一些单位的任职", en = "Holdings of posts at units" }
// question = { zh = "在这些单位任过哪些职, 出自哪些材料?", en = "Every holding of a post at some units, with what a team's structure counts and the documents that state it." }
// access = 2
//
// [parameters.units]
// type = "texts"
// help = { zh = "单位编号", en = "Ids of the units" }
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
// [columns.sex]
// type = "text"
// meaning = { zh = "性别", en = "Sex" }
//
// [columns.birth_month]
// type = "month"
// meaning = { zh = "出生年月", en = "Birth month" }
//
// [columns.education]
// type = "text"
// meaning = { zh = "学历", en = "Education" }
//
// [columns.unit_id]
// type = "text"
// meaning = { zh = "单位编号", en = "Unit id" }
//
// [columns.unit]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务名称", en = "Title" }
//
// [columns.rank]
// type = "text"
// meaning = { zh = "层次或职级", en = "Rank" }
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
//
// [columns.category]
// type = "text"
// meaning = { zh = "成员类别", en = "Principal or deputy" }
//
// [columns.concurrent]
// type = "yes_no"
// meaning = { zh = "兼任", en = "Concurrent" }
//
// [columns.acting]
// type = "yes_no"
// meaning = { zh = "主持或代理", en = "Acting" }
//
// [columns.order]
// type = "integer"
// meaning = { zh = "排序", en = "Order" }
//
// [columns.documents]
// type = "integer"
// meaning = { zh = "材料数", en = "Documents" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE u.id IN $units
RETURN t.id AS id, c.id AS cadre, c.name AS name, c.sex AS sex, c.birth_month AS birth_month,
  [(c)-[:STUDIED]->(e:Education) WHERE e.level IS NOT NULL | e.level] AS education,
  u.id AS unit_id, u.name AS unit, t.title AS title, t.rank AS rank, t.start AS start, t.end AS end,
  t.end_status AS status, t.kind AS kind, t.member_category AS category, t.concurrent AS concurrent, t.acting AS acting,
  t.order AS order,
  [(t)-[:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) | {record_id: record.id, title: document.title}] AS documents
ORDER BY start, name, title, id
LIMIT $limit
