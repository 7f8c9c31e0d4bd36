// ---
// title = { zh = "班子结构的最低要求", en = "Teams below a wanted composition" }
// question = { zh = "哪些班子的女干部、党外干部少于应有人数, 有几人性别或政治面貌不详?", en = "Which teams have fewer women or non-Party members than wanted, and of how many is that unknown?" }
// sentence = { zh = "[{unit} ]女干部不足 {women} 名或党外干部不足 {non_party} 名的班子", en = "Teams[ of {unit}] with fewer than {women} women or {non_party} non-Party members" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随现职人数线性增长; 给出单位则只看该单位", en = "linear in serving cadres; a unit narrows it" }
// why = '''
// MATCH path = (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
// WHERE u.id = $row.unit AND t.kind = 'post' AND coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))
// RETURN path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.women]
// type = "integer"
// help = { zh = "女干部至少几名", en = "How many women at least" }
// default = 1
// minimum = 0
// maximum = 50
//
// [parameters.non_party]
// type = "integer"
// help = { zh = "党外干部至少几名", en = "How many non-Party members at least" }
// default = 0
// minimum = 0
// maximum = 50
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "现职人数", en = "In office" }
// unit = { zh = "人", en = "cadres" }
//
// [columns.women]
// type = "integer"
// meaning = { zh = "女干部", en = "Women" }
//
// [columns.sex_unknown]
// type = "integer"
// meaning = { zh = "性别不详", en = "Sex unknown" }
//
// [columns.non_party]
// type = "integer"
// meaning = { zh = "党外干部", en = "Non-Party" }
//
// [columns.status_unknown]
// type = "integer"
// meaning = { zh = "政治面貌不详", en = "Political status unknown" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE t.kind = 'post' AND coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))
  AND (u.chief_quota IS NOT NULL OR u.deputy_quota IS NOT NULL) AND ($unit IS NULL OR u.id IN $unit)
WITH DISTINCT u, c
WITH u, count(c) AS count,
  sum(CASE WHEN c.sex = '女' THEN 1 ELSE 0 END) AS women,
  sum(CASE WHEN c.sex IS NULL THEN 1 ELSE 0 END) AS sex_unknown,
  sum(CASE WHEN c.political_status IS NULL OR c.political_status CONTAINS '中共' THEN 0 ELSE 1 END) AS non_party,
  sum(CASE WHEN c.political_status IS NULL THEN 1 ELSE 0 END) AS status_unknown
WHERE women < coalesce($women, 0) OR non_party < coalesce($non_party, 0)
RETURN u AS unit, count, women, sex_unknown, non_party, status_unknown
ORDER BY women, non_party, u.name, u.id
