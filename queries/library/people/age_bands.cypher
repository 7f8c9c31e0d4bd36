// ---
// title = { zh = "各层次年龄分布", en = "Age bands by level" }
// question = { zh = "各职务层次的现职干部每五岁一段有多少人?", en = "How many cadres in post are there at each level, in bands of five years of age?" }
// sentence = { zh = "[{unit} ]截至 {as_of} [{level} ]现职干部年龄分布", en = "Age bands of the cadres in post[ at {unit}][ ({level})] on {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// one_row_for = ["level", "band"]
// growth = { zh = "随干部人数增长", en = "grows with the number of cadres" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)
// WHERE c.id IN [each IN $row.cadres | each.id] AND (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current')))
// RETURN c, path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "现职务层次", en = "Level" }
//
// [columns.band]
// type = "text"
// meaning = { zh = "年龄段 (岁, 空为不详)", en = "Band of age (years; blank: unknown)" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Cadres" }
// unit = { zh = "人", en = "cadres" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部 (至多20人)", en = "Cadres (at most 20)" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($level IS NULL OR c.position_level = $level) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND v.id IN $unit })
WITH c, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2)) - (CASE WHEN size(c.birth_month) >= 7 THEN toInteger(left(c.birth_month, 4)) * 12 + toInteger(substring(c.birth_month, 5, 2)) END)) / 12 / 5 * 5 AS from_age
WITH c, from_age ORDER BY c.name, c.id
WITH coalesce(c.position_level, '不详') AS level, from_age, collect(c) AS members
RETURN level, toString(from_age) + '–' + toString(from_age + 4) AS band, size(members) AS count, members[0..20] AS cadres
ORDER BY level, band
