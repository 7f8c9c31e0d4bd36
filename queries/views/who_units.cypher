// title: 单位身份信息
// description: What is known of every unit that may tell which body it is, or of those named; in the order of their ids.
// param ids: texts = ids of units; null for all
// returns: id, name, short_name, code, level, parent, parent_name, stated, posts
MATCH (u:Unit) WHERE u.name IS NOT NULL AND ($ids IS NULL OR u.id IN $ids)
OPTIONAL MATCH (u)-[:PART_OF]->(a:Unit)
WITH u, min(a.id) AS parent, min(a.name) AS parent_name
RETURN u.id AS id, u.name AS name, u.short_name AS short_name, u.code AS code, u.level AS level, parent, parent_name,
  u.subject IS NOT NULL AS stated,
  [(u)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre) WHERE t.kind <> 'membership' | [c.id, t.title, t.start, t.end]] AS posts
ORDER BY id
