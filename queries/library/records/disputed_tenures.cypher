// ---
// title = { zh = "来源不一致: 任职", en = "Sources that disagree: tenures" }
// question = { zh = "哪些任职的时间或状态各来源不一致?", en = "On which tenures do the sources disagree?" }
// also = { zh = "矛盾 不一致 出入 对不上", en = "disagree conflict contradict" }
// sentence = { zh = "[{unit} ]各来源说法不一的任职", en = "Tenures[ at {unit}] on which the sources disagree" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
// computed_by = "differences"
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)
// WHERE t.id = $row.record
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "记录种类", en = "Kind of record" }
//
// [columns.record]
// type = "record"
// meaning = { zh = "任职", en = "Tenure" }
//
// [columns.fields]
// type = "texts"
// meaning = { zh = "属性", en = "Properties" }
//
// [columns.alternatives]
// type = "texts"
// meaning = { zh = "各来源所说", en = "What the sources say" }
// ---
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE size(t.disputed) > 0 AND ($unit IS NULL OR u.id IN $unit)
RETURN c AS cadre, 'Tenure' AS kind, t AS record, t.disputed AS fields, t.alternatives AS alternatives
ORDER BY c.name, c.id, t.start, t.id
