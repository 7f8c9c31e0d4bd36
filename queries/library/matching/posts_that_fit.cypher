// ---
// title = { zh = "适合某人的空缺岗位", en = "Posts that fit a cadre" }
// question = { zh = "这名干部符合哪些空缺岗位的硬条件 (层次和任职年限), 与历任在以往职务、单位、专业上有哪些相同? 分项列出, 不打总分 (本人专业不详时专业一栏为空), 不看性别、民族、籍贯、家庭和健康。", en = "For which empty posts does this cadre meet the hard requirements (level and years at it), and which earlier posts, units and majors does he or she share with those who held them? Told one by one, never as one score; sex, ethnicity, native place, family and health are not looked at." }
// also = { zh = "适合什么 放在哪 用在哪 合适的岗位", en = "suitable posts where to place" }
// sentence = { zh = "{as_of} 适合 {cadre} 的空缺岗位", en = "Empty posts on {as_of} that fit {cadre}" }
// access = 2
// rows = 1000
// seconds = 20
// one_row_for = ["post"]
// shows = ["table"]
// source = { zh = "《党政领导干部选拔任用工作条例》第八条 (任职年限)", en = "Regulations on the Selection and Appointment of Leading Cadres, article 8 (years in post)" }
// growth = { zh = "随岗位和任职数线性增长", en = "linear in posts and tenures" }
// why = '''
// MATCH (me:Cadre {id: $cadre})
// MATCH held = (p:Post)<-[:OF_POST]-(y:Tenure)<-[:HELD]-(o:Cadre) WHERE p.id = $row.post AND o.id <> $cadre
// OPTIONAL MATCH alike = (o)-[:HELD]->(b:Tenure) WHERE b.kind = 'post' AND b.start < y.start
//   AND EXISTS { MATCH (me)-[:HELD]->(m:Tenure) WHERE m.kind = 'post' AND m.title = b.title }
// OPTIONAL MATCH place = (o)-[:HELD]->(d:Tenure)-[:AT_UNIT]->(w:Unit) WHERE d.start < y.start
//   AND EXISTS { MATCH (me)-[:HELD]->(:Tenure)-[:AT_UNIT]->(w) }
// OPTIONAL MATCH studied = (o)-[:STUDIED]->(e:Education)
//   WHERE EXISTS { MATCH (me)-[:STUDIED]->(f:Education) WHERE f.major = e.major }
// OPTIONAL MATCH seat = (p)-[:IN_UNIT]->(:Unit)
// RETURN me, held, alike, place, studied, seat
// '''
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "干部", en = "A cadre" }
// required = true
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
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
// [parameters.show_unmet]
// type = "yes_no"
// help = { zh = "也列出硬条件不符合的", en = "Also posts whose requirements are not met" }
// default = false
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
// [columns.requirements]
// type = "text"
// meaning = { zh = "硬条件", en = "Hard requirements" }
//
// [columns.holders]
// type = "integer"
// meaning = { zh = "历任", en = "Held before by" }
// unit = { zh = "人", en = "cadres" }
//
// [columns.unknown]
// type = "integer"
// meaning = { zh = "其中以往经历不详", en = "Of whom the earlier career is not known" }
// unit = { zh = "人", en = "cadres" }
//
// [columns.posts]
// type = "texts"
// meaning = { zh = "相同的以往职务 (历任中几人)", en = "Earlier posts in common (with how many of them)" }
//
// [columns.units]
// type = "texts"
// meaning = { zh = "相同的单位 (历任中几人)", en = "Units in common (with how many of them)" }
//
// [columns.majors]
// type = "texts"
// meaning = { zh = "相同的专业 (历任中几人)", en = "Majors in common (with how many of them)" }
// ---
MATCH (me:Cadre {id: $cadre})
OPTIONAL MATCH (me)-[:HELD]->(m:Tenure)
WHERE m.kind = 'post' AND m.start <= $as_of AND NOT m.title IN ['干部', '科员', '办事员', '工作人员']
WITH me, collect(DISTINCT m.title) AS my_posts
OPTIONAL MATCH (me)-[:HELD]->(n:Tenure)-[:AT_UNIT]->(w:Unit) WHERE n.start <= $as_of
WITH me, my_posts, collect(DISTINCT w.id) AS my_units
OPTIONAL MATCH (me)-[:STUDIED]->(e:Education)
WITH my_posts, my_units, collect(DISTINCT e.major) AS my_majors, me.position_level AS held,
  (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(me.position_level_since) >= 7 THEN toInteger(left(me.position_level_since, 4)) * 12 + toInteger(substring(me.position_level_since, 5, 2)) END) AS stay
WITH my_posts, my_units, my_majors, held, stay, CASE held
  WHEN '厅局级副职' THEN '厅局级正职' WHEN '县处级正职' THEN '厅局级副职' WHEN '县处级副职' THEN '县处级正职'
  WHEN '乡科级正职' THEN '县处级副职' WHEN '乡科级副职' THEN '乡科级正职' END AS upward
MATCH (u:Unit)<-[:IN_UNIT]-(p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(o:Cadre)
WHERE t.kind = 'post' AND t.start <= $as_of AND coalesce(t.is_leader, true) AND ($unit IS NULL OR u.id IN $unit)
WITH my_posts, my_units, my_majors, held, stay, upward, p, u, max(t.end) AS last, sum(CASE WHEN t.end_status <> 'ended' OR t.end > $as_of THEN 1 ELSE 0 END) AS present, collect(DISTINCT CASE WHEN o.id <> $cadre THEN o END) AS before
WHERE present = 0 AND size(before) > 0 AND (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(last) >= 7 THEN toInteger(left(last, 4)) * 12 + toInteger(substring(last, 5, 2)) END) <= $within
OPTIONAL MATCH (p)<-[:OF_POST]-(s:Tenure)<-[:HELD]-(x:Cadre)
WHERE p.level IS NULL AND s.kind = 'post' AND x.position_level IS NOT NULL AND x.position_level_since < s.end
WITH my_posts, my_units, my_majors, held, stay, upward, p, u, last, before, x.position_level AS usual, s.end AS left_on
ORDER BY left_on DESC, usual
WITH my_posts, my_units, my_majors, held, stay, upward, p, u, last, before, [one IN collect(usual) WHERE one IS NOT NULL][0] AS usual
WITH my_posts, my_units, my_majors, held, stay, upward, p, u, last, before, coalesce(p.level, usual) AS level, CASE WHEN p.level IS NOT NULL THEN '岗位' WHEN usual IS NOT NULL THEN '前任任职时' ELSE '不详' END AS level_from
WITH my_posts, my_units, my_majors, p, u, last, before, level, level_from, CASE WHEN level IS NULL OR held IS NULL THEN '待核实' WHEN held = level THEN '符合'
  WHEN coalesce(upward = level, false) THEN CASE WHEN stay IS NULL THEN '待核实' WHEN stay >= 12 * (CASE WHEN held ENDS WITH '副职' THEN $years_as_deputy ELSE $years_below END) THEN '符合' ELSE '不符合' END
  ELSE '不符合' END AS requirements
WHERE $show_unmet OR requirements <> '不符合'
UNWIND before AS o
MATCH (o)-[:HELD]->(first:Tenure)-[:OF_POST]->(p) WHERE first.kind = 'post' AND first.start <= $as_of
WITH my_posts, my_units, my_majors, p, u, last, level, level_from, requirements, size(before) AS holders, o, min(first.start) AS since
WITH my_posts, my_units, my_majors, p, u, last, level, level_from, requirements, holders, o,
  [(o)-[:HELD]->(b:Tenure) WHERE b.kind = 'post' AND b.start < since AND b.title <> p.title | b.title] AS titles,
  [(o)-[:HELD]->(b:Tenure)-[:AT_UNIT]->(w:Unit) WHERE b.start < since AND w.id IN my_units | w.name] AS places,
  [(o)-[:STUDIED]->(e:Education) WHERE e.major IN my_majors | e.major] AS fields
WITH my_posts, my_majors, p, u, last, level, level_from, requirements, holders, o, titles,
  [one IN titles WHERE one IN my_posts | {kind: 'post', name: one}] + [one IN places | {kind: 'unit', name: one}] + [one IN fields | {kind: 'major', name: one}] AS shared
UNWIND CASE WHEN size(titles) = 0 THEN shared + [{kind: 'unclear', name: ''}] WHEN size(shared) = 0 THEN [{kind: 'none', name: ''}] ELSE shared END AS one
WITH my_majors, p, u, last, level, level_from, requirements, holders, one.kind AS kind, one.name AS name, count(DISTINCT o) AS many
ORDER BY many DESC, name
WITH my_majors, p, u, last, level, level_from, requirements, holders, collect({kind: kind, many: many, told: name + ' ' + toString(many) + '人'}) AS told
RETURN p AS post, u AS unit, last, level, level_from, requirements, holders, coalesce([one IN told WHERE one.kind = 'unclear' | one.many][0], 0) AS unknown,
  [one IN told WHERE one.kind = 'post' | one.told] AS posts, [one IN told WHERE one.kind = 'unit' | one.told] AS units,
  CASE WHEN size(my_majors) = 0 THEN null ELSE [one IN told WHERE one.kind = 'major' | one.told] END AS majors
ORDER BY CASE requirements WHEN '符合' THEN 1 WHEN '待核实' THEN 2 ELSE 3 END, last DESC, u.name, p.title, p.id
