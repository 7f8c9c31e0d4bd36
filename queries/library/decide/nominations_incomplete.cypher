// ---
// title = { zh = "手续不全的推荐", en = "Nominations not made in due form" }
// question = { zh = "哪些推荐没有经集体研究、没有文件或署名, 或者廉洁自律结论没有双签字?", en = "Which nominations lack collective study, a document or a signature, or the double signature on integrity?" }
// sentence = { zh = "[{cadre} ]手续不全的推荐", en = "Nominations[ of {cadre}] not made in due form" }
// access = 4
// rows = 1000
// seconds = 20
// shows = ["table"]
// source = { zh = "《党政领导干部选拔任用工作条例》第四章: 推荐单位集体研究、个人推荐署名; 《关于防止干部“带病提拔”的意见》: 廉洁自律结论由党委（党组）书记和纪委书记（纪检监察组组长）双签字", en = "Regulations on the Selection and Appointment of Leading Cadres, chapter 4: units study a nomination together, persons sign theirs; Opinions on Preventing Promotion despite Problems: the integrity opinion is signed by the Party secretary and by the head of discipline inspection" }
// growth = { zh = "随推荐数线性增长", en = "linear in nominations" }
// why = '''
// MATCH about = (n:Recommendation)-[:NOMINATES]->(c:Cadre) WHERE n.id = $row.nomination
// OPTIONAL MATCH meant = (n)-[:RECOMMENDED_FOR]->(k:SelectionCase)
// OPTIONAL MATCH stated = (k)<-[:STATED_FOR]-(:IntegrityOpinion)-[:ON]->(c)
// RETURN about, meant, stated
// '''
//
// [parameters.since]
// type = "day"
// help = { zh = "从哪一天推荐的", en = "Made since which day" }
//
// [parameters.cadre]
// type = "cadre"
// help = { zh = "被推荐的干部", en = "The cadre nominated" }
//
// [parameters.unit]
// type = "unit"
// help = { zh = "拟任单位; 连同下属单位", en = "Unit of the post, with what is below it" }
//
// [parameters.case]
// type = "record"
// of = "SelectionCase"
// help = { zh = "某一案卷, 编号即可", en = "One case, by its number" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.nomination]
// type = "record"
// meaning = { zh = "推荐", en = "Nomination" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "推荐方式", en = "Kind" }
//
// [columns.by]
// type = "text"
// meaning = { zh = "推荐人或单位", en = "Recommended by" }
//
// [columns.date]
// type = "day"
// meaning = { zh = "推荐日期", en = "Date" }
//
// [columns.post]
// type = "text"
// meaning = { zh = "拟任职务", en = "Post to be filled" }
//
// [columns.verdict]
// type = "text"
// meaning = { zh = "结论", en = "Verdict" }
//
// [columns.missing]
// type = "texts"
// meaning = { zh = "缺少", en = "Missing" }
//
// [columns.unknown]
// type = "texts"
// meaning = { zh = "没有注明", en = "Not noted" }
// ---
MATCH (n:Recommendation)-[:NOMINATES]->(c:Cadre)
WHERE n.kind IN ['单位党组织推荐', '主要领导署名推荐'] AND ($since IS NULL OR n.date >= left($since, size(n.date))) AND ($cadre IS NULL OR c.id = $cadre)
OPTIONAL MATCH (n)-[:RECOMMENDED_FOR]->(k:SelectionCase)
WITH n, c, k, EXISTS { MATCH (k)-[:HAS_STAGE]->(s:StageRecord) WHERE s.stage IN ['讨论决定', '任职'] } OR EXISTS { MATCH (k)<-[:DELIBERATES]-(:AgendaItem) } AS due
WHERE ($case IS NULL OR k.id = $case) AND ($unit IS NULL OR EXISTS { MATCH (k)-[:FILLS_POST_AT]->(u:Unit) WHERE u.id IN $unit })
OPTIONAL MATCH (k)<-[:STATED_FOR]-(o:IntegrityOpinion)-[:ON]->(c)
WITH n, c, k, due, count(o) AS opinions,
  sum(CASE WHEN o.secretary_signed THEN 1 ELSE 0 END) AS secretary, sum(CASE WHEN o.secretary_signed = false THEN 1 ELSE 0 END) AS no_secretary,
  sum(CASE WHEN o.discipline_signed THEN 1 ELSE 0 END) AS discipline, sum(CASE WHEN o.discipline_signed = false THEN 1 ELSE 0 END) AS no_discipline
WITH n, c, k, [
  CASE WHEN n.kind = '单位党组织推荐' AND n.collective_study = false THEN '集体研究' END,
  CASE WHEN n.kind = '单位党组织推荐' AND n.document_number IS NULL THEN '正式文件' END,
  CASE WHEN n.kind = '主要领导署名推荐' AND n.signed = false THEN '推荐人署名' END,
  CASE WHEN opinions = 0 AND due THEN '廉洁自律结论' END,
  CASE WHEN opinions > 0 AND secretary = 0 AND no_secretary > 0 THEN '书记签字' END,
  CASE WHEN opinions > 0 AND discipline = 0 AND no_discipline > 0 THEN '纪检负责人签字' END] AS absent, [
  CASE WHEN n.kind = '单位党组织推荐' AND n.collective_study IS NULL THEN '是否集体研究' END,
  CASE WHEN n.kind = '主要领导署名推荐' AND n.signed IS NULL THEN '是否署名' END,
  CASE WHEN k IS NULL THEN '为哪个职位推荐' END,
  CASE WHEN opinions > 0 AND secretary + no_secretary = 0 THEN '书记是否签字' END,
  CASE WHEN opinions > 0 AND discipline + no_discipline = 0 THEN '纪检负责人是否签字' END] AS open
WITH n, c, k, [one IN absent WHERE one IS NOT NULL] AS missing, [one IN open WHERE one IS NOT NULL] AS unknown
WHERE size(missing) + size(unknown) > 0
RETURN c AS cadre, n AS nomination, n.kind AS kind, n.author AS by, n.date AS date, k.title AS post,
  CASE WHEN size(missing) > 0 THEN '手续不全' ELSE '待核实' END AS verdict, missing, unknown
ORDER BY verdict DESC, date DESC, c.name, n.id, c.id, k.id
