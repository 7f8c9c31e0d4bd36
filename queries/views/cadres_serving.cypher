// ---
// title = { zh = "若干单位的现任干部", en = "Who serves at units" }
// question = { zh = "这些单位现在有谁任职, 名册上怎样排序?", en = "Who serves at these units now, once for each post held there, with what orders them on a roster." }
// access = 2
//
// [parameters.units]
// type = "texts"
// help = { zh = "单位编号", en = "Ids of units" }
//
// [columns.cadre]
// type = "text"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
//
// [columns.unit]
// type = "text"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.unit_order]
// type = "integer"
// meaning = { zh = "单位排序", en = "Order of the unit" }
//
// [columns.team_order]
// type = "integer"
// meaning = { zh = "班子内排序", en = "Order in the team" }
//
// [columns.member_category]
// type = "text"
// meaning = { zh = "成员类别", en = "Principal or deputy" }
//
// [columns.concurrent]
// type = "yes_no"
// meaning = { zh = "兼任", en = "Concurrent" }
//
// [columns.start]
// type = "day"
// meaning = { zh = "起", en = "Start" }
// ---
MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre)
WHERE u.id IN $units AND t.end_status = 'current' AND t.kind <> 'membership'
RETURN c.id AS cadre, c.name AS name, u.name AS unit, u.sort_order AS unit_order, t.order AS team_order,
  t.member_category AS member_category, coalesce(t.concurrent, false) AS concurrent, t.start AS start
ORDER BY cadre, unit, start
