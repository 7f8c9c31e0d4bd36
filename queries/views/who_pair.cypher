// title: 两条记录的身份信息
// description: The same as who_persons, of the cadres named.
// param ids: texts = ids of cadres
// returns: id, name, sex, birth_month, work_start, party_join, pinyin, numbers, studies, posts
MATCH (c:Cadre) WHERE c.id IN $ids AND c.name IS NOT NULL
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month, c.work_start AS work_start,
  c.party_join AS party_join, c.pinyin AS pinyin,
  [(c)<-[:IDENTIFIES]-(i:Identifier) WHERE i.scheme = 'id_number' | i.value] AS numbers,
  [(c)-[:STUDIED]->(e:Education) | [e.school, e.end]] AS studies,
  [(c)-[:HELD]->(t:Tenure) WHERE t.kind <> 'membership' | [t.unit_name, t.title, t.start, t.end]] AS posts
ORDER BY id
