// ---
// title = { zh = "查找干部（全文）", en = "Cadres by full text" }
// question = { zh = "姓名、拼音或现任职务含有这些词的干部有谁?", en = "Cadres whose name, pinyin, initials or present post hold all the words; those of just this name first." }
// access = 4
//
// [parameters.index]
// type = "text"
// help = { zh = "全文索引名", en = "The full-text index of cadres, as the engine names it" }
//
// [parameters.tenures]
// type = "text"
// help = { zh = "任职的全文索引名", en = "The full-text index of tenures" }
//
// [parameters.text]
// type = "text"
// help = { zh = "查找的文字", en = "The words, as Lucene writes them" }
//
// [parameters.name]
// type = "text"
// help = { zh = "照写的文字", en = "The words as they were typed" }
//
// [parameters.skip]
// type = "integer"
// help = { zh = "略过开头几行", en = "How many to pass over" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows" }
//
// [parameters.most]
// type = "integer"
// help = { zh = "每个索引最多取多少条", en = "The most hits taken of an index, the best matching first" }
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
// [columns.post]
// type = "text"
// meaning = { zh = "现任职务", en = "Post" }
//
// [columns.total]
// type = "integer"
// meaning = { zh = "总数", en = "Total" }
// ---
CALL () {
  CALL db.index.fulltext.queryNodes($index, $text, {limit: $most}) YIELD node AS c
  RETURN c
  UNION
  CALL db.index.fulltext.queryNodes($tenures, $text, {limit: $most}) YIELD node AS t
  MATCH (t)<-[:HELD]-(c:Cadre) WHERE t.end_status = 'current'
  RETURN c
}
WITH DISTINCT c ORDER BY c.name = $name DESC, c.name STARTS WITH $name DESC, c.name, c.birth_month, c.id
WITH collect(c) AS found
WITH size(found) AS total, found[$skip..$skip + $limit] AS some
UNWIND some AS c
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month,
  coalesce(c.current_post_text, [(c)-[:HELD]->(h:Tenure) WHERE h.end_status = 'current' | coalesce(h.unit_name + ' ', '') + coalesce(h.title, '')][0]) AS post,
  total
ORDER BY c.name = $name DESC, c.name STARTS WITH $name DESC, name, birth_month, id
