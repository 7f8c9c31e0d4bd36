// ---
// title = { zh = "考核历程", en = "Assessment history" }
// question = { zh = "一名干部历年各类考核的等次是什么?", en = "How was a cadre assessed over the years?" }
// also = { zh = "考核结果 历年考核", en = "assessment results grades" }
// sentence = { zh = "{cadre} 历年考核", en = "Assessments of {cadre}" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "只看一名干部的记录, 与图库大小无关", en = "the records of one cadre, whatever the size of the graph" }
// why = '''
// MATCH path = (c:Cadre)<-[:OF]-(a:Assessment)
// WHERE a.id = $row.assessment
// RETURN path
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
// required = true
//
// [parameters.kinds]
// type = "several_of"
// help = { zh = "考核种类", en = "Kinds" }
// choices = "assessment_kind"
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "种类", en = "Kind" }
//
// [columns.period]
// type = "text"
// meaning = { zh = "时段", en = "Period" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "等次", en = "Grade" }
//
// [columns.comment]
// type = "text"
// meaning = { zh = "评语", en = "Comment" }
//
// [columns.assessment]
// type = "record"
// meaning = { zh = "考核", en = "Assessment" }
// ---
MATCH (c:Cadre)<-[:OF]-(a:Assessment)
WHERE c.id = $cadre AND ($kinds IS NULL OR a.kind IN $kinds)
RETURN a.year AS year, a.kind AS kind, a.period AS period, a.grade AS grade, a.comment AS comment, a AS assessment
ORDER BY year DESC, kind, period, a.id
