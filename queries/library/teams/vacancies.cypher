// ---
// title = { zh = "空缺的班子", en = "Teams with vacancies" }
// question = { zh = "哪些班子有空缺? 成员类别不明的人可能补足的不算", en = "Which teams have vacancies that holders of unknown category cannot fill?" }
// also = { zh = "缺人 缺编 缺员 缺领导 还缺 缺副职 缺正职 空岗 缺额", en = "vacancy empty seats missing members short of" }
// sentence = { zh = "[{unit} ]{as_of} 有空缺的班子", en = "Teams[ of {unit}] with vacancies on {as_of}" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随单位数线性增长", en = "linear in the number of units" }
// why = '''
// MATCH (u:Unit) WHERE u.id = $row.unit
// OPTIONAL MATCH path = (u)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
// WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND t.kind = 'post'
// RETURN u, path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [parameters.levels]
// type = "several_of"
// help = { zh = "机构级别; 级别不明的单位不在其内", en = "Levels of units; those of unknown level are not among them" }
// choices = "unit_level"
//
// [parameters.unstaffed]
// type = "yes_no"
// help = { zh = "也列出材料中无人任职的单位", en = "Also units of which the records know no holder" }
// default = false
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.unit_level]
// type = "text"
// meaning = { zh = "机构级别", en = "Level of the unit" }
//
// [columns.chief_quota]
// type = "integer"
// meaning = { zh = "正职职数", en = "Principal posts allowed" }
//
// [columns.chiefs]
// type = "integer"
// meaning = { zh = "正职实配", en = "Principals in office" }
//
// [columns.deputy_quota]
// type = "integer"
// meaning = { zh = "副职职数", en = "Deputy posts allowed" }
//
// [columns.deputies]
// type = "integer"
// meaning = { zh = "副职实配", en = "Deputies in office" }
//
// [columns.difference]
// type = "integer"
// meaning = { zh = "实配减职数", en = "Held minus allowed" }
//
// [columns.uncategorized]
// type = "integer"
// meaning = { zh = "成员类别不明", en = "Holders of unknown category" }
// ---
MATCH (u:Unit)
WHERE (u.chief_quota IS NOT NULL OR u.deputy_quota IS NOT NULL) AND ($unit IS NULL OR u.id IN $unit)
  AND ($levels IS NULL OR u.level IN $levels)
OPTIONAL MATCH (u)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE t.kind = 'post' AND t.start <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))
WITH u, c, collect(DISTINCT t.member_category) AS kinds, count(t) AS posts
WITH u, c, posts, CASE WHEN '正职' IN kinds THEN '正职' WHEN '副职' IN kinds THEN '副职' WHEN '其他' IN kinds THEN '其他' ELSE null END AS kind
WITH u, sum(CASE WHEN kind = '正职' THEN 1 ELSE 0 END) AS chiefs, sum(CASE WHEN kind = '副职' THEN 1 ELSE 0 END) AS deputies,
  sum(CASE WHEN posts > 0 AND kind IS NULL THEN 1 ELSE 0 END) AS uncategorized
WITH u, chiefs, deputies, uncategorized, chiefs + deputies - (coalesce(u.chief_quota, 0) + coalesce(u.deputy_quota, 0)) AS difference
WHERE (CASE WHEN chiefs < u.chief_quota THEN u.chief_quota - chiefs ELSE 0 END + CASE WHEN deputies < u.deputy_quota THEN u.deputy_quota - deputies ELSE 0 END) > uncategorized AND ($unstaffed OR chiefs + deputies + uncategorized > 0)
RETURN u AS unit, u.level AS unit_level, u.chief_quota AS chief_quota, chiefs, u.deputy_quota AS deputy_quota, deputies, difference, uncategorized
ORDER BY difference, u.name, u.id
