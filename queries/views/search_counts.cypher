// title: 各类记录中有多少条含这些词
// description: How many records of each kind hold all the words, by full-text index.
// param indexes: texts = the full-text indexes, as the engine names them
// param text: text = the words, as Lucene writes them
// returns: index, count
UNWIND $indexes AS index
CALL db.index.fulltext.queryNodes(index, $text) YIELD node
RETURN index, count(node) AS count
ORDER BY index
