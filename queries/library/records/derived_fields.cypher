// ---
// title = { zh = "推断的信息", en = "Derived values" }
// question = { zh = "任职的哪些字段最常由程序推断?", en = "Which fields of tenures were most often concluded by the program?" }
// sentence = { zh = "[{unit} ]任职中由程序推断的字段", en = "Fields of tenures[ at {unit}] that the program concluded" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table", "bar"]
// growth = { zh = "随任职总数线性增长; 给出单位则只看该单位", en = "linear in the number of tenures; a unit narrows it" }
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(t:Tenure)
// WHERE t.id = $row.example
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.field]
// type = "text"
// meaning = { zh = "字段", en = "Field" }
//
// [columns.count]
// type = "integer"
// meaning = { zh = "任职数", en = "Tenures" }
//
// [columns.example]
// type = "record"
// meaning = { zh = "一例", en = "An example" }
// ---
MATCH (t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE size(t.derived) > 0 AND ($unit IS NULL OR u.id IN $unit)
UNWIND t.derived AS field
WITH field, t ORDER BY t.id
WITH field, collect(t) AS tenures
RETURN field, size(tenures) AS count, tenures[0] AS example
ORDER BY count DESC, field
