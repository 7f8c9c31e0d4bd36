// ---
// title = { zh = "班子考核历程", en = "Assessments of a team" }
// question = { zh = "一个单位的领导班子历年考核等次如何?", en = "How was the leading body of a unit assessed over the years?" }
// sentence = { zh = "[{unit} ]班子历年考核", en = "Assessments of the team[ of {unit}] over the years" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随班子考核数线性增长; 给出单位则只看该单位", en = "linear in the assessments of teams; a unit narrows it" }
// why = '''
// MATCH path = (a:Assessment)-[:OF_TEAM]->(:LeadershipTeam)-[:LEADS]->(u:Unit)
// WHERE a.id = $row.assessment AND u.id = $row.unit
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.kinds]
// type = "several_of"
// help = { zh = "考核种类", en = "Kinds" }
// choices = "assessment_kind"
//
// [parameters.grades]
// type = "several_of"
// help = { zh = "等次", en = "Grades" }
// choices = "assessment_grade"
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "考核种类", en = "Kind" }
//
// [columns.period]
// type = "text"
// meaning = { zh = "时段", en = "Period" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "等次", en = "Grade" }
//
// [columns.assessment]
// type = "record"
// meaning = { zh = "考核", en = "Assessment" }
// ---
MATCH (a:Assessment)-[:OF_TEAM]->(:LeadershipTeam)-[:LEADS]->(u:Unit)
WHERE ($unit IS NULL OR u.id IN $unit) AND ($kinds IS NULL OR a.kind IN $kinds) AND ($grades IS NULL OR a.grade IN $grades)
RETURN u AS unit, a.year AS year, a.kind AS kind, a.period AS period, a.grade AS grade, a AS assessment
ORDER BY u.name, u.id, year DESC, kind, period, a.id
