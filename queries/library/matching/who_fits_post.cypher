// ---
// title = { zh = "适合某岗位的人选", en = "Who fits a post" }
// question = { zh = "谁适合这个岗位: 没有任过它的现职干部中, 哪些符合硬条件 (层次和任职年限), 与历任在以往职务、单位、专业上有哪些相同? 分项列出, 不打总分 (本人专业不详时专业一栏为空), 不看性别、民族、籍贯、家庭和健康。", en = "Who fits or suits this post: which serving cadres who have not held it meet its hard requirements (level and years at it), and which earlier posts, units and majors do they share with those who held it? Told one by one, never as one score; sex, ethnicity, native place, family and health are not looked at." }
// also = { zh = "合适 人选 接班 继任者 推荐谁", en = "suitable successor candidates recommend" }
// sentence = { zh = "{as_of} 适合 {post} 的人选[，现在 {among} 任职]", en = "Candidates for {post} on {as_of}[ who serve at {among}]" }
// access = 2
// rows = 1000
// seconds = 20
// one_row_for = ["cadre", "post"]
// shows = ["table"]
// source = { zh = "《党政领导干部选拔任用工作条例》第八条 (任职年限)", en = "Regulations on the Selection and Appointment of Leading Cadres, article 8 (years in post)" }
// growth = { zh = "随现职干部的任职数线性增长", en = "linear in the tenures of serving cadres" }
// why = '''
// MATCH (p:Post) WHERE p.id = $row.post MATCH (c:Cadre) WHERE c.id = $row.cadre
// OPTIONAL MATCH held = (p)<-[:OF_POST]-(y:Tenure)<-[:HELD]-(o:Cadre) WHERE y.kind = 'post'
// OPTIONAL MATCH served = (c)-[:HELD]->(m:Tenure) WHERE m.kind = 'post'
// OPTIONAL MATCH place = (m)-[:AT_UNIT]->(:Unit)
// OPTIONAL MATCH studied = (c)-[:STUDIED]->(e:Education)
// RETURN c, p, held, served, place, studied
// '''
//
// [parameters.post]
// type = "post"
// help = { zh = "岗位", en = "A post" }
// required = true
//
// [parameters.as_of]
// type = "day"
// help = { zh = "截至哪一天", en = "As of which day" }
// default = "today"
//
// [parameters.among]
// type = "unit"
// help = { zh = "只从这个单位的现任干部中找; 连同下属单位", en = "Only among those who now serve at this unit, with what is below it" }
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
// help = { zh = "也列出硬条件不符合的", en = "Also those who do not meet the requirements" }
// default = false
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.post]
// type = "post"
// meaning = { zh = "岗位", en = "Post" }
//
// [columns.requirements]
// type = "text"
// meaning = { zh = "硬条件", en = "Hard requirements" }
//
// [columns.held]
// type = "text"
// meaning = { zh = "现任层次", en = "Level held" }
//
// [columns.level]
// type = "text"
// meaning = { zh = "岗位层次", en = "Level of the post" }
//
// [columns.posts]
// type = "texts"
// meaning = { zh = "相同的以往职务", en = "Earlier posts in common" }
//
// [columns.units]
// type = "texts"
// meaning = { zh = "相同的单位", en = "Units in common" }
//
// [columns.majors]
// type = "texts"
// meaning = { zh = "相同的专业", en = "Majors in common" }
//
// [columns.now]
// type = "text"
// meaning = { zh = "现任职务", en = "Present post" }
// ---
MATCH (p:Post) WHERE p.id IN $post
OPTIONAL MATCH (p)<-[:OF_POST]-(s:Tenure)<-[:HELD]-(x:Cadre)
WHERE p.level IS NULL AND s.kind = 'post' AND x.position_level IS NOT NULL AND x.position_level_since < coalesce(s.end, $as_of)
WITH p, x.position_level AS usual, coalesce(s.end, $as_of) AS left_on ORDER BY left_on DESC, usual
WITH p, [one IN collect(usual) WHERE one IS NOT NULL][0] AS usual
WITH p, coalesce(p.level, usual) AS level
OPTIONAL MATCH (p)<-[:OF_POST]-(h:Tenure)<-[:HELD]-(o:Cadre)-[:HELD]->(b:Tenure)
WHERE h.kind = 'post' AND h.start <= $as_of AND b.kind = 'post' AND b.start < h.start AND b.title <> p.title AND NOT b.title IN ['干部', '科员', '办事员', '工作人员']
WITH p, level, collect(DISTINCT b.title) AS titles
OPTIONAL MATCH (p)<-[:OF_POST]-(h:Tenure)<-[:HELD]-(o:Cadre)-[:HELD]->(b:Tenure)-[:AT_UNIT]->(w:Unit)
WHERE h.kind = 'post' AND h.start <= $as_of AND b.start < h.start
WITH p, level, titles, collect(DISTINCT w.id) AS places
OPTIONAL MATCH (p)<-[:OF_POST]-(h:Tenure)<-[:HELD]-(o:Cadre)-[:STUDIED]->(e:Education)
WHERE h.kind = 'post' AND h.start <= $as_of
WITH p, level, titles, places, collect(DISTINCT e.major) AS fields
MATCH (c:Cadre)
WHERE (c.person_status = '现职' OR (c.person_status IS NULL AND EXISTS { MATCH (c)-[:HELD]->(n:Tenure) WHERE n.kind = 'post' AND coalesce(n.start, '') <= $as_of AND (n.end > $as_of OR (n.end IS NULL AND n.end_status = 'current')) }))
  AND NOT EXISTS { MATCH (c)-[:HELD]->(n:Tenure)-[:OF_POST]->(q:Post) WHERE q.id = p.id AND n.kind = 'post' AND coalesce(n.start, '') <= $as_of }
  AND ($among IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.kind = 'post' AND coalesce(t.start, '') <= $as_of AND (t.end > $as_of OR (t.end IS NULL AND t.end_status = 'current')) AND u.id IN $among })
WITH p, level, titles, places, fields, c, c.position_level AS held,
  (toInteger(left($as_of, 4)) * 12 + toInteger(substring($as_of, 5, 2))) - (CASE WHEN size(c.position_level_since) >= 7 THEN toInteger(left(c.position_level_since, 4)) * 12 + toInteger(substring(c.position_level_since, 5, 2)) END) AS stay,
  CASE c.position_level
  WHEN '厅局级副职' THEN '厅局级正职' WHEN '县处级正职' THEN '厅局级副职' WHEN '县处级副职' THEN '县处级正职'
  WHEN '乡科级正职' THEN '县处级副职' WHEN '乡科级副职' THEN '乡科级正职' END AS upward
WITH p, level, titles, places, fields, c, held, CASE WHEN level IS NULL OR held IS NULL THEN '待核实' WHEN held = level THEN '符合'
  WHEN coalesce(upward = level, false) THEN CASE WHEN stay IS NULL THEN '待核实' WHEN stay >= 12 * (CASE WHEN held ENDS WITH '副职' THEN $years_as_deputy ELSE $years_below END) THEN '符合' ELSE '不符合' END
  ELSE '不符合' END AS requirements
WHERE $show_unmet OR requirements <> '不符合'
RETURN c AS cadre, p AS post, requirements, held, level,
  COLLECT { MATCH (c)-[:HELD]->(m:Tenure) WHERE m.kind = 'post' AND m.start <= $as_of AND m.title IN titles RETURN DISTINCT m.title ORDER BY m.title } AS posts,
  COLLECT { MATCH (c)-[:HELD]->(m:Tenure)-[:AT_UNIT]->(w:Unit) WHERE m.start <= $as_of AND w.id IN places RETURN DISTINCT w.name ORDER BY w.name } AS units,
  CASE WHEN EXISTS { MATCH (c)-[:STUDIED]->(e:Education) WHERE e.major IS NOT NULL } THEN COLLECT { MATCH (c)-[:STUDIED]->(e:Education) WHERE e.major IN fields RETURN DISTINCT e.major ORDER BY e.major } END AS majors,
  c.current_post_text AS now
ORDER BY CASE requirements WHEN '符合' THEN 1 WHEN '待核实' THEN 2 ELSE 3 END, size(posts) DESC, size(units) DESC, size(majors) DESC, c.name, c.id, p.id
