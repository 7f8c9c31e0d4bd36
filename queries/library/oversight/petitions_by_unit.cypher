// ---
// title = { zh = "各单位信访件", en = "Petitions by unit" }
// question = { zh = "各单位的信访件核查结论如何 (不涉及信访人)?", en = "What came of the petitions about each unit (nothing of the petitioners)?" }
// sentence = { zh = "[{unit} ][{since} 以来]信访件核查结论", en = "Results of petitions[ about {unit}][ since {since}]" }
// access = 4
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随信访件数线性增长", en = "linear in petitions" }
// source = { zh = "信访工作条例第三十条; 未经查实的不降低评价", en = "Regulations on Petition Work, article 30; what is not verified lowers no judgement" }
// why = '''
// MATCH path = (p:Petition)-[:CONCERNS_UNIT]->(u:Unit)
// WHERE u.id = $row.unit AND coalesce(p.result, '不详') = $row.result
//   AND ($since IS NULL OR p.received_on >= left($since, size(p.received_on)))
// RETURN path
// '''
//
// [parameters.results]
// type = "several_of"
// help = { zh = "核查结论", en = "Results" }
// choices = "petition_result"
//
// [parameters.since]
// type = "day"
// help = { zh = "自哪一天受理", en = "Received since" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.unit]
// type = "unit"
// meaning = { zh = "单位", en = "Unit" }
//
// [columns.result]
// type = "text"
// meaning = { zh = "核查结论", en = "Result" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "件数", en = "Cases" }
//
// [columns.open]
// type = "integer"
// meaning = { zh = "未办结", en = "Not closed" }
//
// [columns.newest]
// type = "day"
// meaning = { zh = "最近受理", en = "Latest received on" }
// ---
MATCH (p:Petition)-[:CONCERNS_UNIT]->(u:Unit)
WHERE ($results IS NULL OR p.result IN $results) AND ($since IS NULL OR p.received_on >= left($since, size(p.received_on))) AND ($unit IS NULL OR u.id IN $unit)
RETURN u AS unit, coalesce(p.result, '不详') AS result, count(p) AS count, sum(CASE WHEN p.closed_on IS NULL THEN 1 ELSE 0 END) AS open, max(p.received_on) AS newest
ORDER BY u.name, u.id, result
