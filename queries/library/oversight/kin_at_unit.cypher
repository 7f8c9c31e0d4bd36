// ---
// title = { zh = "亲属在本单位", en = "Kin at the same organ" }
// question = { zh = "哪些干部的亲属可能在其任职单位工作 (按家庭成员单位文字比对, 需核实)?", en = "Whose relatives may work at the unit where they serve (by the text of the form; to be verified)?" }
// also = { zh = "亲戚 亲属 回避", en = "relatives family kin conflict of interest" }
// sentence = { zh = "亲属可能在[ {unit} ]同单位工作的干部", en = "Cadres[ of {unit}] whose relatives may work at the same organ" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随现任职数和家庭成员数线性增长; 给出单位则只看该单位", en = "linear in posts held now and in relatives; a unit narrows it" }
// source = { zh = "公务员法第七十四条 (任职回避)", en = "Civil Servants Law, article 74 (avoidance in appointments)" }
// why = '''
// MATCH path = (f:FamilyMember)<-[:HAS_FAMILY]-(c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE f.id = $row.relative AND t.id = $row.tenure
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.appellation]
// type = "text"
// meaning = { zh = "称谓", en = "Appellation" }
//
// [columns.text]
// type = "text"
// meaning = { zh = "亲属单位及职务", en = "Relative's post" }
//
// [columns.relative]
// type = "record"
// meaning = { zh = "家庭成员", en = "Family member" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.end_status = 'current' AND t.kind = 'post' AND ($unit IS NULL OR u.id IN $unit)
MATCH (c)-[:HAS_FAMILY]->(f:FamilyMember)
WHERE f.post_text CONTAINS u.name OR (u.short_name IS NOT NULL AND size(u.short_name) > 3 AND f.post_text CONTAINS u.short_name)
RETURN c AS cadre, u AS unit, f.appellation AS appellation, f.post_text AS text, f AS relative, t AS tenure
ORDER BY u.name, c.name, c.id, f.id, t.id, u.id
