// ---
// title = { zh = "按学历查干部", en = "Cadres by education" }
// question = { zh = "谁有某一学历或学位?", en = "Who has a diploma or degree?" }
// also = { zh = "学历高 博士 硕士 研究生", en = "degree doctor master" }
// sentence = { zh = "有[ {mode} ][ {levels} ][ {degree} ]学历学位的干部", en = "Cadres with a diploma or degree[ ({mode})][ of {levels}][, {degree}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随学历学位记录数线性增长", en = "linear in diplomas and degrees" }
// why = '''
// MATCH path = (c:Cadre)-[:STUDIED]->(e:Education)
// WHERE e.id = $row.education
// RETURN path
// '''
//
// [parameters.levels]
// type = "several_of"
// help = { zh = "学历", en = "Diplomas" }
// choices = "education_level"
//
// [parameters.degree]
// type = "text"
// help = { zh = "学位包含的文字, 如 硕士", en = "Words in the degree, such as 硕士" }
//
// [parameters.mode]
// type = "one_of"
// help = { zh = "全日制或在职", en = "Full-time or in-service" }
// choices = "education_mode"
//
// [parameters.school]
// type = "text"
// help = { zh = "学校包含的文字", en = "Words in the school" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.diploma]
// type = "text"
// meaning = { zh = "学历", en = "Diploma" }
//
// [columns.degree]
// type = "text"
// meaning = { zh = "学位", en = "Degree" }
//
// [columns.school]
// type = "text"
// meaning = { zh = "学校", en = "School" }
//
// [columns.mode]
// type = "text"
// meaning = { zh = "教育类别", en = "Full-time or in-service" }
//
// [columns.end]
// type = "month"
// meaning = { zh = "毕业时间", en = "Left" }
//
// [columns.education]
// type = "record"
// meaning = { zh = "学历学位", en = "Education" }
// ---
MATCH (c:Cadre)-[:STUDIED]->(e:Education)
WHERE ($levels IS NULL OR e.level IN $levels) AND ($degree IS NULL OR e.degree CONTAINS $degree) AND ($mode IS NULL OR e.mode = $mode)
  AND ($school IS NULL OR e.school CONTAINS $school) AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(v:Unit) WHERE t.end_status = 'current' AND v.id IN $unit })
RETURN c AS cadre, e.level AS diploma, e.degree AS degree, e.school AS school, e.mode AS mode, e.end AS end, e AS education
ORDER BY c.name, c.id, end, e.id
