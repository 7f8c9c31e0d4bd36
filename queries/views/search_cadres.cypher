// title: 查找干部（全文）
// description: Cadres whose name, pinyin, initials or present post hold all the words; those of just this name first.
// param index: text = the full-text index of cadres, as the engine names it
// param tenures: text = the full-text index of tenures
// param text: text = the words, as Lucene writes them
// param name: text = the words as they were typed
// param skip: integer = how many to pass over
// param limit: integer = the most rows
// returns: id, name, sex, birth_month, post, total
CALL () {
  CALL db.index.fulltext.queryNodes($index, $text) YIELD node AS c
  RETURN c
  UNION
  CALL db.index.fulltext.queryNodes($tenures, $text) YIELD node AS t
  MATCH (t)<-[:HELD]-(c:Cadre) WHERE t.end_status = 'current'
  RETURN c
}
WITH c ORDER BY c.name = $name DESC, c.name STARTS WITH $name DESC, c.name, c.birth_month, c.id
WITH collect(c) AS found
WITH size(found) AS total, found[$skip..$skip + $limit] AS some
UNWIND some AS c
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month,
  coalesce(c.current_post_text, [(c)-[:HELD]->(h:Tenure) WHERE h.end_status = 'current' | coalesce(h.unit_name, '') + coalesce(h.title, '')][0]) AS post,
  total
ORDER BY c.name = $name DESC, c.name STARTS WITH $name DESC, name, birth_month, id
