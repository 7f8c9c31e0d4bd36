// ---
// title = { zh = "已到龄仍在职", en = "Past the age limit and still in office" }
// question = { zh = "哪些干部已到龄而材料仍写在职?", en = "Who is past the limit but still in office by the records?" }
// also = { zh = "超龄 该退未退 退休", en = "overdue retirement retire" }
// sentence = { zh = "[{unit} ]{as_of} 已到龄仍在职的干部", en = "Cadres[ of {unit}] past the age limit and still in office on {as_of}" }
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
// [columns.limit]
// type = "month"
// meaning = { zh = "到龄年月", en = "Reached the limit in" }
//
// [columns.over]
// type = "integer"
// meaning = { zh = "超过几个月", en = "Months over" }
// unit = { zh = "月", en = "months" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "职务层次", en = "Level" }
// ---
MATCH (c:Cadre)
WHERE c.retirement_month IS NOT NULL AND coalesce(c.person_status, '现职') = '现职' AND left(c.retirement_month, 7) < left($as_of, 7)
  AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
RETURN c AS cadre, left(c.retirement_month, 7) AS limit, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.retirement_month) >= 7 THEN toInteger(left(c.retirement_month, 4)) * 12 + toInteger(substring(c.retirement_month, 5, 2)) END) AS over, c.position_level AS level
ORDER BY over DESC, c.name, c.id
