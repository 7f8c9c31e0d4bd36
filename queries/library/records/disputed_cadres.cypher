// ---
// title = { zh = "来源不一致: 干部", en = "Sources that disagree: cadres" }
// question = { zh = "哪些干部的基本信息各来源不一致?", en = "On which attributes of cadres do the sources disagree?" }
// also = { zh = "矛盾 不一致 出入 对不上", en = "disagree conflict contradict" }
// sentence = { zh = "[{unit} ]各来源对[“{field}”]基本信息说法不一的干部", en = "Cadres[ of {unit}] on whose attributes the sources disagree[: {field}]" }
// access = 2
// rows = 1000
// seconds = 10
// shows = ["table"]
// growth = { zh = "随干部人数线性增长", en = "linear in the number of cadres" }
// computed_by = "differences_of_cadre"
// why = '''
// MATCH path = (c:Cadre)-[:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument)
// WHERE c.id = $row.cadre
// RETURN path
// '''
//
// [parameters.field]
// type = "text"
// help = { zh = "属性, 如 birth_month", en = "A property, such as birth_month" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位; 连同下属单位", en = "A unit, with what is below it" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.field]
// type = "text"
// meaning = { zh = "属性", en = "Property" }
//
// [columns.elected]
// type = "text"
// meaning = { zh = "现取值", en = "Elected value" }
//
// [columns.alternatives]
// type = "texts"
// meaning = { zh = "各来源所说", en = "What the sources say" }
// ---
MATCH (c:Cadre)
WHERE size(c.disputed) > 0 AND ($unit IS NULL OR EXISTS { MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) WHERE t.end_status = 'current' AND u.id IN $unit })
UNWIND c.disputed AS field
WITH c, field WHERE $field IS NULL OR field = $field
RETURN c AS cadre, field,
  CASE field WHEN 'birth_month' THEN c.birth_month WHEN 'work_start' THEN c.work_start WHEN 'party_join' THEN c.party_join WHEN 'native_place' THEN c.native_place
    WHEN 'position_level' THEN c.position_level WHEN 'position_level_since' THEN c.position_level_since WHEN 'current_post_text' THEN c.current_post_text ELSE null END AS elected,
  c.alternatives AS alternatives
ORDER BY field, c.name, c.id
