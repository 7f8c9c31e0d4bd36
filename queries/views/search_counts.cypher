// ---
// title = { zh = "各类记录中有多少条含这些词", en = "Hits by kind of record" }
// question = { zh = "每类记录中有多少条含有这些词?", en = "How many records of each kind hold all the words, by full-text index." }
// access = 4
//
// [parameters.indexes]
// type = "texts"
// help = { zh = "全文索引名", en = "The full-text indexes, as the engine names them" }
//
// [parameters.text]
// type = "text"
// help = { zh = "查找的文字", en = "The words, as Lucene writes them" }
//
// [parameters.most]
// type = "integer"
// help = { zh = "每个索引最多取多少条", en = "The most hits taken of an index, the best matching first" }
//
// [columns.index]
// type = "text"
// meaning = { zh = "全文索引", en = "Index" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "数量", en = "Number" }
// ---
UNWIND $indexes AS index
CALL db.index.fulltext.queryNodes(index, $text, {limit: $most}) YIELD node
RETURN index, count(node) AS count
ORDER BY index
