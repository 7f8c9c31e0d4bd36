// ---
// title = { zh = "两条记录的身份信息", en = "What tells two records apart" }
// question = { zh = "这些记录里能认出是谁的信息有哪些?", en = "The same as who_persons, of the cadres named." }
// access = 4
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids of cadres" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
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
// [columns.work_start]
// type = "day"
// meaning = { zh = "参加工作时间", en = "Began work" }
//
// [columns.party_join]
// type = "day"
// meaning = { zh = "入党时间", en = "Joined the Party" }
//
// [columns.pinyin]
// type = "text"
// meaning = { zh = "拼音", en = "Pinyin" }
//
// [columns.numbers]
// type = "texts"
// meaning = { zh = "身份证号散列", en = "Hashes of ID numbers" }
//
// [columns.studies]
// type = "value"
// meaning = { zh = "学习经历", en = "Studies" }
//
// [columns.posts]
// type = "value"
// meaning = { zh = "岗位", en = "Posts" }
// ---
MATCH (c:Cadre) WHERE c.id IN $ids AND c.name IS NOT NULL
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month, c.work_start AS work_start,
  c.party_join AS party_join, c.pinyin AS pinyin,
  [(c)<-[:IDENTIFIES]-(i:Identifier) WHERE i.scheme = 'id_number' | i.value] AS numbers,
  [(c)-[:STUDIED]->(e:Education) | [e.school, e.end]] AS studies,
  [(c)-[:HELD]->(t:Tenure) WHERE t.kind <> 'membership' | [t.unit_name, t.title, t.start, t.end]] AS posts
ORDER BY id
