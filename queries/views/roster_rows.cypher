// ---
// title = { zh = "名册", en = "Rows of a roster" }
// question = { zh = "名册上这些干部的基本情况、现任职务和学历是什么?", en = "What a roster tells of cadres: attributes, current posts and education." }
// access = 2
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids of cadres" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
//
// [columns.posts]
// type = "value"
// meaning = { zh = "岗位", en = "Posts" }
//
// [columns.education]
// type = "text"
// meaning = { zh = "学历", en = "Education" }
// ---
MATCH (c:Cadre) WHERE c.id IN $ids
RETURN c.id AS id, properties(c) AS properties,
  [(c)-[:HELD]->(t:Tenure) WHERE t.end_status = 'current' AND t.kind <> 'membership' |
    {unit: t.unit_name, title: t.title, rank: t.rank, start: t.start, concurrent: coalesce(t.concurrent, false)}] AS posts,
  [(c)-[:STUDIED]->(e:Education) |
    {mode: e.mode, level: e.level, degree: e.degree, school: e.school, major: e.major}] AS education
ORDER BY id
