// ---
// title = { zh = "班子考核与正职考核", en = "Team and principal" }
// question = { zh = "班子考核等次和正职当年考核等次各是什么?", en = "How were a team and its principal assessed in the same year?" }
// sentence = { zh = "[{unit} ][{year} 年]班子考核与正职考核", en = "Assessments of the team[ of {unit}] and of its principal[ in {year}]" }
// access = 3
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随班子考核数线性增长; 给出单位则只看该单位", en = "linear in the assessments of teams; a unit narrows it" }
// why = '''
// MATCH path = (b:Assessment)-[:OF_TEAM]->(m:LeadershipTeam)-[:LEADS]->(u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)<-[:OF]-(a:Assessment)
// WHERE b.id = $row.team_assessment AND a.id = $row.assessment AND t.member_category = '正职'
// RETURN path
// '''
//
// [parameters.year]
// type = "integer"
// help = { zh = "年度", en = "Year" }
// minimum = 1950
// maximum = 2100
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.team_grade]
// type = "text"
// meaning = { zh = "班子等次", en = "Team's grade" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.grade]
// type = "text"
// meaning = { zh = "等次", en = "Grade" }
//
// [columns.team_assessment]
// type = "record"
// meaning = { zh = "班子考核", en = "Team's assessment" }
//
// [columns.assessment]
// type = "record"
// meaning = { zh = "正职考核", en = "Principal's assessment" }
// ---
MATCH (b:Assessment)-[:OF_TEAM]->(m:LeadershipTeam)-[:LEADS]->(u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)<-[:OF]-(a:Assessment)
WHERE ($year IS NULL OR b.year = $year) AND ($unit IS NULL OR u.id IN $unit) AND t.member_category = '正职' AND t.kind = 'post'
  AND a.year = b.year AND a.kind = '年度考核' AND t.start <= toString(b.year) + '-12' AND (t.end > toString(b.year) + '-12' OR (t.end IS NULL AND t.end_status = 'current'))
RETURN DISTINCT u AS unit, b.year AS year, b.grade AS team_grade, c AS cadre, a.grade AS grade, b AS team_assessment, a AS assessment
ORDER BY year DESC, u.name, u.id, c.name, c.id, b.id, a.id
