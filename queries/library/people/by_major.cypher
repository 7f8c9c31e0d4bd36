// ---
// title = { zh = "按专业查干部", en = "Cadres by major" }
// question = { zh = "学某个专业的干部有哪些?", en = "Which cadres studied a subject?" }
// also = { zh = "学什么 专业人才 懂", en = "major studied expertise" }
// sentence = { zh = "学“{word}”专业的[ {level} ]干部", en = "Cadres[ ({level})] who studied {word}" }
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
// [parameters.word]
// type = "text"
// help = { zh = "专业中的词", en = "A word in the major" }
// default = "法"
//
// [parameters.mode]
// type = "one_of"
// help = { zh = "教育类别", en = "Full-time or in-service" }
// choices = "education_mode"
//
// [parameters.level]
// type = "level"
// help = { zh = "现职务层次", en = "Level of the leading post" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.major]
// type = "text"
// meaning = { zh = "专业", en = "Major" }
//
// [columns.school]
// type = "text"
// meaning = { zh = "学校", en = "School" }
//
// [columns.mode]
// type = "text"
// meaning = { zh = "类别", en = "Mode" }
//
// [columns.education]
// type = "record"
// meaning = { zh = "学历", en = "Education" }
// ---
MATCH (c:Cadre)-[:STUDIED]->(e:Education)
WHERE e.major IS NOT NULL AND ($word IS NULL OR e.major CONTAINS $word) AND ($mode IS NULL OR e.mode = $mode) AND ($level IS NULL OR c.position_level = $level)
RETURN c AS cadre, e.major AS major, e.school AS school, e.mode AS mode, e AS education
ORDER BY c.name, c.id, e.end, e.id
