// ---
// title = { zh = "符合岗位硬条件的人选", en = "Candidates who meet hard requirements" }
// question = { zh = "谁符合某岗位的硬条件, 哪些条件尚不清楚?", en = "Who meets the hard requirements of a post, and what is not known?" }
// sentence = { zh = "任满 {years_in_level} 年[的 {level}][、学 {major}][、有“{experience}”经历]，符合硬条件的人选", en = "Candidates[ ({level})] with {years_in_level} years[, major {major}][, experience {experience}] who meet the hard requirements" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随现职干部数线性增长", en = "linear in serving cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre
// OPTIONAL MATCH studied = (c)-[:STUDIED]->(e:Education) WHERE $major IS NOT NULL AND e.major CONTAINS $major
// OPTIONAL MATCH served = (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE $experience IS NOT NULL AND u.name CONTAINS $experience
// RETURN c, studied, served
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
// [parameters.years_in_level]
// type = "integer"
// help = { zh = "任现层次满几年", en = "Years at that level" }
// default = 2
// minimum = 0
// maximum = 40
//
// [parameters.oldest]
// type = "integer"
// help = { zh = "任职年龄界限; 仅在规定写明时填", en = "Age limit; only where a rule names it" }
// minimum = 16
// maximum = 100
//
// [parameters.major]
// type = "text"
// help = { zh = "专业中的词", en = "A word in the major" }
//
// [parameters.experience]
// type = "text"
// help = { zh = "须有经历的单位中的词", en = "A word in a unit where they must have served" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "现任单位", en = "Unit where they serve" }
//
// [parameters.show_unmet]
// type = "yes_no"
// help = { zh = "也列出不符合的", en = "Also those who do not meet them" }
// default = false
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.verdict]
// type = "text"
// meaning = { zh = "结论", en = "Verdict" }
//
// [columns.unknown]
// type = "texts"
// meaning = { zh = "尚不清楚", en = "Not known" }
//
// [columns.unmet]
// type = "texts"
// meaning = { zh = "不符合", en = "Not met" }
//
// [columns.post]
// type = "text"
// meaning = { zh = "现任职务", en = "Post" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
WITH c, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.position_level_since) >= 7 THEN toInteger(left(c.position_level_since, 4)) * 12 + toInteger(substring(c.position_level_since, 5, 2)) END) AS stay, ((toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.birth_month) >= 7 THEN toInteger(left(c.birth_month, 4)) * 12 + toInteger(substring(c.birth_month, 5, 2)) END)) / 12 AS age,
  EXISTS { MATCH (c)-[:STUDIED]->(e:Education) WHERE e.major CONTAINS coalesce($major, '') } AS studied,
  EXISTS { MATCH (c)-[:STUDIED]->(e:Education) WHERE e.major IS NOT NULL } AS major_known,
  EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE u.name CONTAINS coalesce($experience, '') } AS served,
  EXISTS { MATCH (c)-[:HELD]->(t:Tenure) } AS career_known
WITH c, [
  {what: '职务层次', met: CASE WHEN $level IS NULL THEN 'yes' WHEN c.position_level IS NULL THEN 'unknown' WHEN c.position_level = $level THEN 'yes' ELSE 'no' END},
  {what: '任现层次年限', met: CASE WHEN stay IS NULL THEN 'unknown' WHEN stay >= $years_in_level * 12 THEN 'yes' ELSE 'no' END},
  {what: '年龄界限', met: CASE WHEN $oldest IS NULL THEN 'yes' WHEN age IS NULL THEN 'unknown' WHEN age <= $oldest THEN 'yes' ELSE 'no' END},
  {what: '专业', met: CASE WHEN $major IS NULL OR studied THEN 'yes' WHEN major_known THEN 'no' ELSE 'unknown' END},
  {what: '经历', met: CASE WHEN $experience IS NULL OR served THEN 'yes' WHEN career_known THEN 'no' ELSE 'unknown' END}
] AS checks
WITH c, [one IN checks WHERE one.met = 'unknown' | one.what] AS unknown, [one IN checks WHERE one.met = 'no' | one.what] AS unmet
WITH c, unknown, unmet, CASE WHEN size(unmet) > 0 THEN '不符合' WHEN size(unknown) > 0 THEN '待核实' ELSE '符合' END AS verdict
WHERE $show_unmet OR size(unmet) = 0
RETURN c AS cadre, verdict, unknown, unmet, c.current_post_text AS post
ORDER BY verdict DESC, c.name, c.id
