// ---
// title = { zh = "未办结的信访", en = "Petitions not closed" }
// question = { zh = "哪些干部有未办结的信访 (只计件, 不影响评价)?", en = "About whom are petitions not closed (counted only, never a judgement)?" }
// also = { zh = "举报 告状 信访 反映问题", en = "complaints" }
// sentence = { zh = "[{unit} ]有未办结信访的干部", en = "Cadres[ of {unit}] about whom petitions are not closed" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随信访件数线性增长", en = "linear in petitions" }
// source = { zh = "信访工作条例第三十条; 未经查实的不降低评价", en = "Regulations on Petition Work, article 30; what is not verified lowers no judgement" }
// why = '''
// MATCH path = (c:Cadre)<-[:CONCERNS]-(p:Petition)
// WHERE c.id = $row.cadre AND p.closed_on IS NULL
// RETURN path
// '''
//
// [parameters.cadres]
// type = "cadres"
// help = { zh = "只看这些干部, 或名单 list:名称", en = "Only these cadres, or a list list:NAME" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "件数", en = "Cases" }
//
// [columns.oldest]
// type = "day"
// meaning = { zh = "最早受理", en = "Oldest received on" }
// ---
MATCH (c:Cadre)<-[:CONCERNS]-(p:Petition)
WHERE p.closed_on IS NULL AND ($cadres IS NULL OR c.id IN $cadres) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
RETURN c AS cadre, count(p) AS count, min(p.received_on) AS oldest
ORDER BY oldest, c.name, c.id
