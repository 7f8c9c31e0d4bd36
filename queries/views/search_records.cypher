// ---
// title = { zh = "查找记录（全文）", en = "Records by full text" }
// question = { zh = "含有这些词的记录有哪些, 各挂在谁的名下?", en = "Records of some kinds that hold all the words, with what they hang on; of each kind the newest first." }
// access = 4
//
// [parameters.kinds]
// type = "texts"
// help = { zh = "各类记录的索引和日期属性", en = "Of each kind its full-text index, as the engine names it, and the property that says when it happened" }
//
// [parameters.text]
// type = "text"
// help = { zh = "查找的文字", en = "The words, as Lucene writes them" }
//
// [parameters.skip]
// type = "integer"
// help = { zh = "略过开头几行", en = "How many to pass over" }
//
// [parameters.limit]
// type = "integer"
// help = { zh = "最多几行", en = "The most rows of each kind" }
//
// [parameters.most]
// type = "integer"
// help = { zh = "每个索引最多取多少条", en = "The most hits taken of an index, the best matching first" }
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.label]
// type = "text"
// meaning = { zh = "记录类型", en = "Record type" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
//
// [columns.about]
// type = "value"
// meaning = { zh = "挂在谁名下", en = "What it is about" }
// ---
UNWIND $kinds AS kind
CALL (kind) {
  CALL db.index.fulltext.queryNodes(kind.index, $text, {limit: $most}) YIELD node AS n
  WITH n, toString(n[kind.date]) AS date
  ORDER BY date DESC, n.id SKIP $skip LIMIT $limit
  RETURN n, date
}
RETURN n.id AS id, labels(n)[0] AS label, properties(n) AS properties,
  [(n)--(o) WHERE o:Cadre OR o:Unit OR o:WorkProject | {id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title)}] AS about
ORDER BY label, date DESC, id
