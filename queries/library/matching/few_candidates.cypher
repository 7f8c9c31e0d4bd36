// ---
// title = { zh = "人选不足的空缺", en = "Vacancies with few candidates" }
// question = { zh = "哪些空缺岗位, 在可选范围内符合硬条件 (层次和任职年限) 的人选不足几名, 还有几名尚不清楚?", en = "For which empty posts do fewer than so many people, from anywhere allowed, meet the hard requirements (level and years at it), and of how many is that not known?" }
// sentence = { zh = "{as_of} 符合硬条件的人选不足 {fewer_than} 名的空缺", en = "Vacancies on {as_of} with fewer than {fewer_than} candidates who meet the hard requirements" }
// access = 2
// rows = 1000
// seconds = 20
// shows = ["table"]
// source = "《党政领导干部选拔任用工作条例》第八条 (任职年限); 双重比选: 每个空缺不少于三名"
// growth = { zh = "随现职干部数和岗位数线性增长", en = "linear in serving cadres and in posts" }
// why = '''
// MATCH path = (u:Unit)<-[:IN_UNIT]-(p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c:Cadre)
// WHERE p.id = $row.post
// RETURN path
// '''
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.fewer_than]
// type = "integer"
// help = { zh = "少于几名", en = "Fewer than how many" }
// default = 3
// minimum = 1
// maximum = 100
//
// [parameters.within]
// type = "integer"
// help = { zh = "只看最近几个月内空出的", en = "Empty for at most how many months" }
// default = 36
// minimum = 1
// maximum = 600
//
// [parameters.unit]
// type = "unit"
// help = { zh = "空缺所在单位; 连同下属单位", en = "Unit of the vacancy, with what is below it" }
//
// [parameters.among]
// type = "unit"
// help = { zh = "人选的范围: 现任单位; 不填为不限", en = "Where candidates may serve; left out, anywhere" }
//
// [parameters.years_as_deputy]
// type = "integer"
// help = { zh = "副职提任正职, 任副职满几年", en = "Deputy to principal: years as deputy" }
// default = 2
// minimum = 0
// maximum = 20
//
// [parameters.years_below]
// type = "integer"
// help = { zh = "下级正职提任上级副职, 任下级正职满几年", en = "Principal to deputy of the next level: years as principal" }
// default = 3
// minimum = 0
// maximum = 20
//
// [columns.post]
// type = "post"
// meaning = { zh = "岗位", en = "Post" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.last]
// type = "day"
// meaning = { zh = "空出时间", en = "Empty since" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "岗位层次", en = "Level of the post" }
//
// [columns.level_from]
// type = "text"
// meaning = { zh = "层次依据", en = "Where the level is from" }
//
// [columns.met]
// type = "integer"
// meaning = { zh = "符合硬条件", en = "Meet the requirements" }
//
// [columns.unknown]
// type = "integer"
// meaning = { zh = "尚不清楚", en = "Not known" }
//
// [columns.cadres]
// type = "things"
// meaning = { zh = "符合的人选", en = "Who meets them" }
// ---
MATCH (c:Cadre)
WHERE coalesce(c.person_status, '现职') = '现职' AND ($among IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE (coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current'))) AND u.id IN $among })
WITH c, c.position_level AS held, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.position_level_since) >= 7 THEN toInteger(left(c.position_level_since, 4)) * 12 + toInteger(substring(c.position_level_since, 5, 2)) END) AS stay
WITH c, stay, held, CASE held
  WHEN '厅局级副职' THEN '厅局级正职' WHEN '县处级正职' THEN '厅局级副职' WHEN '县处级副职' THEN '县处级正职'
  WHEN '乡科级正职' THEN '县处级副职' WHEN '乡科级副职' THEN '乡科级正职' END AS above
UNWIND [{level: held, met: CASE WHEN held IS NULL THEN 'unknown' ELSE 'yes' END},
  {level: above, met: CASE WHEN above IS NULL THEN 'no' WHEN stay IS NULL THEN 'unknown' WHEN stay >= 12 * (CASE WHEN held ENDS WITH '副职' THEN $years_as_deputy ELSE $years_below END) THEN 'yes' ELSE 'no' END}] AS fit
WITH c, fit.level AS level, fit.met AS met
WHERE met <> 'no' AND (level IS NOT NULL OR met = 'unknown')
WITH level, met, c ORDER BY c.name, c.id
WITH level, sum(CASE WHEN met = 'yes' THEN 1 ELSE 0 END) AS sure, sum(CASE WHEN met = 'unknown' THEN 1 ELSE 0 END) AS open, collect(CASE WHEN met = 'yes' THEN c.id END)[..$fewer_than] AS some
WITH collect({level: level, sure: sure, open: open, some: some}) AS supply
MATCH (p:Post)-[:IN_UNIT]->(u:Unit)
WHERE $unit IS NULL OR u.id IN $unit
MATCH (p)<-[:OF_POST]-(t:Tenure)
WHERE t.kind = 'post' AND t.start <= $as_of AND coalesce(t.is_leader, true)
WITH supply, p, u, max(t.end) AS last, sum(CASE WHEN t.end_status <> 'ended' OR t.end > $as_of THEN 1 ELSE 0 END) AS present
WHERE present = 0 AND (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(last) >= 7 THEN toInteger(left(last, 4)) * 12 + toInteger(substring(last, 5, 2)) END) <= $within
OPTIONAL MATCH (p)<-[:OF_POST]-(s:Tenure)<-[:HELD]-(o:Cadre)
WHERE p.level IS NULL AND s.kind = 'post' AND o.position_level IS NOT NULL AND o.position_level_since < s.end
WITH supply, p, u, last, o.position_level AS usual, s.end AS left_on ORDER BY left_on DESC, usual
WITH supply, p, u, last, [one IN collect(usual) WHERE one IS NOT NULL][0] AS usual
WITH supply, p, u, last, coalesce(p.level, usual) AS level, CASE WHEN p.level IS NOT NULL THEN '岗位' WHEN usual IS NOT NULL THEN '前任任职时' ELSE '不详' END AS level_from
WITH p, u, last, level, level_from, [one IN supply WHERE one.level = level][0] AS found, coalesce([one IN supply WHERE one.level IS NULL | one.open][0], 0) AS anybody
WITH p, u, last, level, level_from, found, CASE WHEN level IS NULL THEN null ELSE coalesce(found.sure, 0) END AS met, coalesce(found.open, 0) + anybody AS open
WHERE met IS NULL OR met < $fewer_than
OPTIONAL MATCH (c:Cadre) WHERE c.id IN found.some
WITH p, u, last, level, level_from, met, open, c ORDER BY c.name, c.id
WITH p, u, last, level, level_from, met, open, collect(c) AS cadres
RETURN p AS post, u AS unit, last, level, level_from, met, CASE WHEN level IS NULL THEN null ELSE open END AS unknown, cadres
ORDER BY met IS NULL, met, last DESC, u.name, p.title, p.id
