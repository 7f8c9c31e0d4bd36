// title: 查找记录（全文）
// description: Records of some kinds that hold all the words, with what they hang on; of each kind the newest first.
// param kinds: things = of each kind its full-text index, as the engine names it, and the property that says when it happened
// param text: text = the words, as Lucene writes them
// param skip: integer = how many to pass over
// param limit: integer = the most rows of each kind
// returns: id, label, properties, about
UNWIND $kinds AS kind
CALL (kind) {
  CALL db.index.fulltext.queryNodes(kind.index, $text) YIELD node AS n
  WITH n, toString(n[kind.date]) AS date
  ORDER BY date DESC, n.id SKIP $skip LIMIT $limit
  RETURN n, date
}
RETURN n.id AS id, labels(n)[0] AS label, properties(n) AS properties,
  [(n)--(o) WHERE o:Cadre OR o:Unit OR o:WorkProject | {id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title)}] AS about
ORDER BY label, date DESC, id
