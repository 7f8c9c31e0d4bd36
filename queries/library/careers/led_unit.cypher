// ---
// title = { zh = "历任主持者", en = "Who led a unit" }
// question = { zh = "某年或某天谁主持某单位, 谁当局长、书记 (党政正职, 以及代理或主持工作的), 后来谁接任?", en = "Who led a unit in a year or on a day (its principals, and who acted for them), and who followed?" }
// sentence = { zh = "[{year} 年][{day} ]主持 {unit} 的人", en = "Who led {unit}[ in {year}][ on {day}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "timeline"]
// growth = { zh = "随该单位的任职数线性增长", en = "linear in the tenures at the unit" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
// WHERE t.id = $row.tenure
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 不含下属单位, 除非说明", en = "A unit; without what is below it unless that is asked for" }
// required = true
// below = false
//
// [parameters.year]
// type = "integer"
// help = { zh = "哪一年; 那年任过一天也算", en = "In which year; a day in it is enough" }
// minimum = 1900
// maximum = 2100
//
// [parameters.day]
// type = "day"
// help = { zh = "哪一天", en = "On which day" }
//
// [parameters.acting]
// type = "yes_no"
// help = { zh = "含代理和主持工作的", en = "Acting heads too" }
// default = true
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.title]
// type = "text"
// meaning = { zh = "职务", en = "Post" }
//
// [columns.acting_head]
// type = "yes_no"
// meaning = { zh = "代理或主持工作", en = "Acting" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "From" }
//
// [columns.end]
// type = "day"
// meaning = { zh = "止 (不含)", en = "To, exclusive" }
//
// [columns.status]
// type = "text"
// meaning = { zh = "状态", en = "Status" }
//
// [columns.tenure]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE u.id IN $unit AND t.kind = 'post' AND t.title IS NOT NULL
WITH u, t, c, coalesce(t.acting, false) OR t.title STARTS WITH '代' AS acting_head, right(t.title, 2) AS kind
// a principal by the title: 局长 of a 局, not 处长 of a 局, which leads a division of it; a deputy only where he acts
WHERE (acting_head AND $acting) OR (NOT acting_head AND NOT t.title CONTAINS '副' AND NOT coalesce(t.member_category, '正职') IN ['副职', '其他']
  AND (kind IN ['书记', '主任', '主席', '政委', '经理', '事长'] OR (right(t.title, 1) = '长' AND u.name CONTAINS left(kind, 1))))
// an end known by its year only may be any day of it
WITH u, t, c, acting_head, coalesce(t.start, '') AS start, coalesce(t.end, '9999') AS end
WHERE ($year IS NULL OR (left(start, 4) <= toString($year) AND end >= toString($year) AND end <> toString($year) + '-01' AND end <> toString($year) + '-01-01'))
  AND ($day IS NULL OR (start <= $day AND (end > $day OR end = left($day, 4))))
RETURN c AS cadre, u AS unit, t.title AS title, acting_head, t.start AS start, t.end AS end, t.end_status AS status, t AS tenure
ORDER BY u.name, t.start, c.name, c.id, title, t.id, u.id
