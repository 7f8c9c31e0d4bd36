// ---
// title = { zh = "班子结构", en = "Structure of teams" }
// question = { zh = "现任干部按某一维度各有多少人?", en = "How many serving cadres are there by one dimension?" }
// also = { zh = "女干部 几个女 党外 少数民族 年龄结构", en = "women gender party ethnicity" }
// sentence = { zh = "[{unit} ][{level} ]干部按{dimension}", en = "Cadres[ of {unit}][ ({level})] by {dimension}" }
// access = 2
// rows = 1000
// seconds = 10
// one_row_for = ["value"]
// shows = ["table", "bar"]
// growth = { zh = "随干部数线性增长", en = "linear in the number of cadres" }
// why = '''
// UNWIND $row.cadres AS one
// MATCH (c:Cadre) WHERE c.id = one.id
// RETURN c
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.dimension]
// type = "one_of"
// help = { zh = "按什么分", en = "By what" }
// default = "年龄段"
// choices = ["年龄段", "性别", "民族", "政治面貌", "来源", "职务层次", "职级", "任现层次年限"]
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [columns.value]
// type = "text"
// meaning = { zh = "类别", en = "Group" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "人数", en = "Number of cadres" }
//
// [columns.share]
// type = "number"
// meaning = { zh = "占比", en = "Share" }
// unit = { zh = "%", en = "%" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "干部", en = "Cadres" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($level IS NULL OR c.position_level = $level)
  AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
WITH c, ((toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.birth_month) >= 7 THEN toInteger(left(c.birth_month, 4)) * 12 + toInteger(substring(c.birth_month, 5, 2)) END)) / 12 AS age, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.position_level_since) >= 7 THEN toInteger(left(c.position_level_since, 4)) * 12 + toInteger(substring(c.position_level_since, 5, 2)) END) AS stay
WITH c, CASE $dimension
    WHEN '性别' THEN coalesce(c.sex, '不详')
    WHEN '民族' THEN coalesce(c.ethnicity, '不详')
    WHEN '政治面貌' THEN coalesce(c.political_status, '不详')
    WHEN '来源' THEN coalesce(c.entry_source, '不详')
    WHEN '职务层次' THEN coalesce(c.position_level, '不详')
    WHEN '职级' THEN coalesce(c.grade, '不详')
    WHEN '年龄段' THEN CASE WHEN age IS NULL THEN '不详' WHEN age < 35 THEN '35岁以下' WHEN age < 40 THEN '35至39岁' WHEN age < 45 THEN '40至44岁' WHEN age < 50 THEN '45至49岁' WHEN age < 55 THEN '50至54岁' ELSE '55岁以上' END
    WHEN '任现层次年限' THEN CASE WHEN stay IS NULL THEN '不详' WHEN stay < 36 THEN '不满3年' WHEN stay < 60 THEN '3至5年' WHEN stay < 120 THEN '5至10年' ELSE '10年以上' END
    ELSE '不详' END AS value
ORDER BY c.name, c.id
WITH value, collect(c) AS members
WITH collect({told: value, members: members}) AS bands
WITH bands, reduce(total = 0, band IN bands | total + size(band.members)) AS total
UNWIND bands AS band
RETURN band.told AS value, size(band.members) AS count, round(size(band.members) * 1000.0 / total) / 10.0 AS share, band.members[0..20] AS cadres
ORDER BY count DESC, value
