// ---
// title = { zh = "人选不足的空缺", en = "Vacancies with few candidates" }
// question = { zh = "哪些空缺岗位, 在上级单位所属范围内符合硬条件 (层次和任职年限) 的人选不足几名, 还有几名尚不清楚?", en = "For which empty posts do fewer than so many people who serve anywhere below the parent of the unit meet the hard requirements (level and years at it), and of how many is that not known?" }
// also = { zh = "没人接 后继无人 断档", en = "no successors" }
// sentence = { zh = "{as_of} 符合硬条件的人选不足 {fewer_than} 名的空缺", en = "Vacancies on {as_of} with fewer than {fewer_than} candidates who meet the hard requirements" }
// access = 2
// rows = 1000
// seconds = 20
// one_row_for = ["post"]
// shows = ["table"]
// source = { zh = "《党政领导干部选拔任用工作条例》第八条 (任职年限); 双重比选: 每个空缺不少于三名", en = "Regulations on the Selection and Appointment of Leading Cadres, article 8 (years in post); at least three for each vacancy" }
// growth = { zh = "随岗位数和各上级单位所属范围内的干部数增长；内嵌引擎上增长更快，一万名干部约十秒", en = "grows with the posts and with the cadres below the parents of their units; faster on the embedded engine, some ten seconds for ten thousand cadres" }
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
// help = { zh = "改从这些单位中找人选 (连同下属单位); 不填为上级单位所属范围; 上级单位没有记载的看同一政区, 政区也没有的不限", en = "Look for candidates here instead, with what is below; left out, anywhere below the parent of the unit; where none is on record, in the same region; where that is not either, anywhere" }
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
// [columns.reach]
// type = "text"
// meaning = { zh = "人选范围", en = "Where candidates may serve" }
//
// [columns.pool]
// type = "integer"
// meaning = { zh = "范围内现职干部", en = "Serving within reach" }
// unit = { zh = "人", en = "cadres" }
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
MATCH (p:Post)-[:IN_UNIT]->(u:Unit)
WHERE $unit IS NULL OR u.id IN $unit
MATCH (p)<-[:OF_POST]-(t:Tenure)
WHERE t.kind = 'post' AND t.start <= $as_of AND coalesce(t.is_leader, true)
WITH p, u, max(t.end) AS last, sum(CASE WHEN t.end_status <> 'ended' OR t.end > $as_of THEN 1 ELSE 0 END) AS present
WHERE present = 0 AND (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(last) >= 7 THEN toInteger(left(last, 4)) * 12 + toInteger(substring(last, 5, 2)) END) <= $within
OPTIONAL MATCH (p)<-[:OF_POST]-(s:Tenure)<-[:HELD]-(o:Cadre)
WHERE p.level IS NULL AND s.kind = 'post' AND o.position_level IS NOT NULL AND o.position_level_since < s.end
WITH p, u, last, o.position_level AS usual, s.end AS left_on ORDER BY left_on DESC, usual
WITH p, u, last, [one IN collect(usual) WHERE one IS NOT NULL][0] AS usual
OPTIONAL MATCH (u)-[:PART_OF]->(above:Unit)
WITH p, u, last, usual, above ORDER BY above.id
WITH p, u, last, usual, collect(above)[0] AS above
WITH {post: p, unit: u, last: last, level: coalesce(p.level, usual), level_from: CASE WHEN p.level IS NOT NULL THEN '岗位' WHEN usual IS NOT NULL THEN '前任任职时' ELSE '不详' END} AS vacancy,
  CASE WHEN $among IS NOT NULL THEN '指定单位' WHEN above IS NOT NULL THEN '上级单位所属' WHEN u.region IS NOT NULL THEN '同一政区' ELSE '不限 (上级和政区不详)' END AS reach, above, u.region AS region
WITH reach, CASE reach WHEN '上级单位所属' THEN above.id WHEN '同一政区' THEN region END AS place, collect(vacancy) AS vacancies
CALL (reach, place) {
  MATCH (:Unit {id: place})<-[:PART_OF*0..8]-(:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
  WHERE reach = '上级单位所属' AND t.kind = 'post' AND coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current')) AND coalesce(c.person_status, '现职') = '现职'
  RETURN c
  UNION
  MATCH (v:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
  WHERE ((reach = '同一政区' AND v.region = place) OR (reach = '指定单位' AND v.id IN $among)) AND t.kind = 'post' AND coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current')) AND coalesce(c.person_status, '现职') = '现职'
  RETURN c
  UNION
  MATCH (c:Cadre) WHERE reach STARTS WITH '不限' AND coalesce(c.person_status, '现职') = '现职'
  RETURN c
  UNION
  RETURN null AS c
}
WITH reach, vacancies, collect(DISTINCT c) AS people
CALL (people) {
  UNWIND people AS c
  WITH c, c.position_level AS held, (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.position_level_since) >= 7 THEN toInteger(left(c.position_level_since, 4)) * 12 + toInteger(substring(c.position_level_since, 5, 2)) END) AS stay
  WITH c, held, stay, CASE held
    WHEN '厅局级副职' THEN '厅局级正职' WHEN '县处级正职' THEN '厅局级副职' WHEN '县处级副职' THEN '县处级正职'
    WHEN '乡科级正职' THEN '县处级副职' WHEN '乡科级副职' THEN '乡科级正职' END AS upward
  UNWIND [{level: held, met: CASE WHEN held IS NULL THEN 'unknown' ELSE 'yes' END},
    {level: upward, met: CASE WHEN upward IS NULL THEN 'no' WHEN stay IS NULL THEN 'unknown' WHEN stay >= 12 * (CASE WHEN held ENDS WITH '副职' THEN $years_as_deputy ELSE $years_below END) THEN 'yes' ELSE 'no' END}] AS fit
  WITH fit.level AS level, fit.met AS met, c ORDER BY c.name, c.id
  WITH level, sum(CASE WHEN met = 'yes' THEN 1 ELSE 0 END) AS sure, sum(CASE WHEN met = 'unknown' THEN 1 ELSE 0 END) AS open, collect(CASE WHEN met = 'yes' THEN c END)[..$fewer_than] AS some
  RETURN collect({level: level, sure: sure, open: open, some: some}) AS supply
}
WITH reach, vacancies, size(people) AS pool, supply
UNWIND vacancies AS one
WITH reach, pool, one, [each IN supply WHERE each.level = one.level][0] AS found, coalesce([each IN supply WHERE each.level IS NULL | each.open][0], 0) AS anybody
WITH reach, pool, one, found, CASE WHEN one.level IS NULL THEN null ELSE coalesce(found.sure, 0) END AS met, coalesce(found.open, 0) + anybody AS open
WHERE met IS NULL OR met < $fewer_than
WITH one.post AS p, one.unit AS u, one.last AS last, one.level AS level, one.level_from AS level_from, reach, pool, met, CASE WHEN one.level IS NULL THEN null ELSE open END AS unknown, coalesce(found.some, []) AS cadres
RETURN p AS post, u AS unit, last, level, level_from, reach, pool, met, unknown, cadres
ORDER BY met IS NULL, met, last DESC, u.name, p.title, p.id
