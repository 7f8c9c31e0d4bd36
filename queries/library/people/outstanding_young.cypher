// ---
// title = { zh = "优秀年轻干部", en = "Outstanding young cadres" }
// question = { zh = "优秀年轻干部有哪些, 现任何职?", en = "Who are the outstanding young cadres, and what are their posts?" }
// also = { zh = "年轻干部 最年轻 后备 苗子", en = "young reserve talent" }
// sentence = { zh = "[{unit} ]截至 {as_of} 的优秀年轻干部", en = "Outstanding young cadres[ of {unit}] on {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// why = '''
// MATCH (c:Cadre) WHERE c.id = $row.cadre RETURN c
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.age]
// type = "integer"
// meaning = { zh = "年龄", en = "Age" }
// unit = { zh = "岁", en = "years" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
//
// [columns.post]
// type = "text"
// meaning = { zh = "现任职务", en = "Post" }
// ---
MATCH (c:Cadre)
WHERE c.outstanding_young AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
RETURN c AS cadre, ((toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.birth_month) >= 7 THEN toInteger(left(c.birth_month, 4)) * 12 + toInteger(substring(c.birth_month, 5, 2)) END)) / 12 AS age, c.position_level AS level, c.current_post_text AS post
ORDER BY c.name, c.id
