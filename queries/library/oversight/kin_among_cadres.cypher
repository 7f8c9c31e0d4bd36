// ---
// title = { zh = "亲属同为干部", en = "Kin among the cadres" }
// question = { zh = "哪些干部的家庭成员姓名与另一名干部相同 (同名不等于同人, 需核实)?", en = "Whose family member has the name of another cadre (a name is not a person; to be verified)?" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table"]
// source = "公务员法第七十四条 (任职回避)"
// why = '''
// MATCH path = (c:Cadre)-[:HAS_FAMILY]->(f:FamilyMember)
// WHERE f.id = $row.relative
// MATCH (o:Cadre) WHERE o.id = $row.namesake
// RETURN path, o
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
// [columns.appellation]
// type = "text"
// meaning = { zh = "称谓", en = "Appellation" }
//
// [columns.namesake]
// type = "cadre"
// meaning = { zh = "同名干部", en = "Cadre of that name" }
//
// [columns.birth]
// type = "text"
// meaning = { zh = "家庭成员出生", en = "Relative's birth" }
//
// [columns.cadre_birth]
// type = "text"
// meaning = { zh = "同名干部出生", en = "Cadre's birth" }
//
// [columns.same_organ]
// type = "yes_no"
// meaning = { zh = "曾在同一单位", en = "Ever at one unit" }
//
// [columns.relative]
// type = "record"
// meaning = { zh = "家庭成员", en = "Family member" }
// ---
MATCH (c:Cadre)-[:HAS_FAMILY]->(f:FamilyMember)
WHERE f.name IS NOT NULL AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
MATCH (o:Cadre {name: f.name})
WHERE o.id <> c.id
RETURN c AS cadre, f.appellation AS appellation, o AS namesake, f.birth AS birth, o.birth_month AS cadre_birth,
  EXISTS { MATCH (c)-[:HELD]->(:Tenure)-[:AT_UNIT]->(v:Unit)<-[:AT_UNIT]-(:Tenure)<-[:HELD]-(o) } AS same_organ, f AS relative
ORDER BY c.name, c.id, appellation, o.id, f.id
