// ---
// title = { zh = "处分影响期内", en = "Within the effect of a punishment" }
// question = { zh = "哪些干部在某一天处于处分影响期内?", en = "Who is within the effect period of a punishment on a day?" }
// also = { zh = "处分期满 影响期满 还在处分期", en = "penalty ends" }
// sentence = { zh = "{as_of} 处于处分影响期内的干部", en = "Cadres within the effect of a punishment on {as_of}" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随处分数线性增长", en = "linear in punishments" }
// source = { zh = "公务员法第六十四、六十五条; 影响期由规则推出者未写入图中, 以处分决定为准", en = "Civil Servants Law, articles 64 and 65; an effect worked out by rule is not written to the graph, the decision itself holds" }
// why = '''
// MATCH path = (c:Cadre)-[:RECEIVED]->(p:Punishment)
// WHERE p.id = $row.punishment
// RETURN path
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
// [columns.name]
// type = "text"
// meaning = { zh = "处分", en = "Punishment" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "日期", en = "Date" }
//
// [columns.until]
// type = "day"
// meaning = { zh = "影响期至", en = "Effect ends" }
//
// [columns.unknown]
// type = "yes_no"
// meaning = { zh = "影响期不明", en = "End unknown" }
//
// [columns.punishment]
// type = "record"
// meaning = { zh = "处分记录", en = "Record" }
// ---
MATCH (c:Cadre)-[:RECEIVED]->(p:Punishment)
WHERE p.date <= $as_of AND (p.effect_end IS NULL OR p.effect_end > $as_of) AND (p.lifted_on IS NULL OR p.lifted_on > $as_of) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $unit })
RETURN c AS cadre, p.name AS name, p.date AS date, p.effect_end AS until, p.effect_end IS NULL AS unknown, p AS punishment
ORDER BY until, c.name, c.id, p.id
