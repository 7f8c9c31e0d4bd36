// ---
// title = { zh = "亲属同为干部", en = "Kin among the cadres" }
// question = { zh = "谁的家庭成员可能也是干部, 是否同在一个单位、其中一人是否正职?", en = "Whose relatives may be cadres too, at the same organ, and is one of the two its principal?" }
// also = { zh = "亲戚 亲属 家属 夫妻 父子 回避", en = "relatives family kin" }
// sentence = { zh = "[{unit} ]家庭成员可能也是干部的人", en = "Cadres[ of {unit}] whose relatives may be cadres too" }
// access = 4
// rows = 1000
// seconds = 60
// shows = ["table"]
// source = { zh = "公务员回避规定; 只凭姓名和出生年份相符, 须核实", en = "Provisions on Avoidance for Civil Servants; equal names and birth years only, to be verified" }
// growth = { zh = "随家庭成员总数增长, 单位可缩小范围", en = "grows with the number of relatives; a unit narrows it" }
// why = '''
// MATCH path = (c:Cadre)-[:HAS_FAMILY]->(f:FamilyMember)
// WHERE c.id = $row.cadre AND f.id = $row.relative
// MATCH (o:Cadre)
// WHERE o.id = $row.namesake
// OPTIONAL MATCH organ = (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit)<-[:AT_UNIT]-(s:Tenure)<-[:HELD]-(o) WHERE t.end_status = 'current' AND s.end_status = 'current'
// RETURN path, o, organ
// '''
//
// [parameters.birth_agrees]
// type = "yes_no"
// help = { zh = "只看出生年份相符或不详的; 选“否”则列出所有同名", en = "Only where the year of birth agrees or is unknown; no: every namesake" }
// default = true
//
// [parameters.same_organ]
// type = "yes_no"
// help = { zh = "是否现同在一个单位", en = "Whether both are now at one organ" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.appellation]
// type = "text"
// meaning = { zh = "称谓", en = "Appellation" }
//
// [columns.namesake]
// type = "cadre"
// meaning = { zh = "同名干部", en = "Cadre of that name" }
//
// [columns.birth]
// type = "month"
// meaning = { zh = "亲属出生", en = "Relative born" }
//
// [columns.cadre_birth]
// type = "month"
// meaning = { zh = "干部出生", en = "Cadre born" }
//
// [columns.same]
// type = "yes_no"
// meaning = { zh = "出生年份相符 (空为不详)", en = "Year of birth agrees (blank: unknown)" }
//
// [columns.together]
// type = "yes_no"
// meaning = { zh = "现同在一个单位", en = "Now at one organ" }
//
// [columns.principal]
// type = "yes_no"
// meaning = { zh = "同一单位且一人为正职", en = "At one organ, one of them its principal" }
//
// [columns.relative]
// type = "record"
// meaning = { zh = "家庭成员", en = "Relative" }
// ---
MATCH (c:Cadre)-[:HAS_FAMILY]->(f:FamilyMember)
WHERE f.name IS NOT NULL AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit) WHERE t.end_status = 'current' AND v.id IN $unit })
MATCH (o:Cadre)
WHERE o.name = f.name AND o.id <> c.id
WITH c, f, o, left(f.birth, 4) = left(o.birth_month, 4) AS same
WHERE $birth_agrees IS NULL OR NOT $birth_agrees OR coalesce(same, true)
OPTIONAL MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit)
WHERE t.end_status = 'current' AND t.kind = 'post'
OPTIONAL MATCH (v)<-[:AT_UNIT]-(s:Tenure)<-[:HELD]-(o)
WHERE s.end_status = 'current' AND s.kind = 'post'
WITH c, f, o, same, count(s) > 0 AS together,
  sum(CASE WHEN s IS NOT NULL AND (t.member_category = '正职' OR s.member_category = '正职') THEN 1 ELSE 0 END) > 0 AS principal
WHERE $same_organ IS NULL OR together = $same_organ
RETURN c AS cadre, f.appellation AS appellation, o AS namesake, f.birth AS birth, o.birth_month AS cadre_birth, same, together, principal, f AS relative
ORDER BY principal DESC, together DESC, c.name, c.id, appellation, o.id, f.id
