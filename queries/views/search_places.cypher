// title: 查找单位和岗位（全文）
// description: Units or posts whose names hold all the words, the shortest first.
// param index: text = the full-text index, as the engine names it
// param text: text = the words, as Lucene writes them
// param skip: integer = how many to pass over
// param limit: integer = the most rows
// returns: id, name, short_name, unit
CALL db.index.fulltext.queryNodes($index, $text) YIELD node AS n
WITH n, coalesce(n.name, n.title) AS name ORDER BY size(name), name, n.id SKIP $skip LIMIT $limit
RETURN n.id AS id, name, n.short_name AS short_name, [(n)-[:IN_UNIT]->(u:Unit) | u.name][0] AS unit
ORDER BY size(name), name, id
