// ---
// title = { zh = "查找单位和岗位（全文）", en = "Units and posts by full text" }
// question = { zh = "名称含有这些词的单位或岗位有哪些?", en = "Units or posts whose names hold all the words, the shortest first." }
// access = 4
//
// [parameters.index]
// type = "text"
// help = { zh = "全文索引名", en = "The full-text index, as the engine names it" }
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
// [columns.short_name]
// type = "text"
// meaning = { zh = "简称", en = "Short name" }
//
// [columns.unit]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
// ---
CALL db.index.fulltext.queryNodes($index, $text, {limit: $most}) YIELD node AS n
WITH n, coalesce(n.name, n.title) AS name ORDER BY size(name), name, n.id SKIP $skip LIMIT $limit
RETURN n.id AS id, name, n.short_name AS short_name, [(n)-[:IN_UNIT]->(u:Unit) | u.name][0] AS unit
ORDER BY size(name), name, id
