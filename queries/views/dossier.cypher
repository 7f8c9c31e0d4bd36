// ---
// title = { zh = "一名干部的全部材料", en = "All about a cadre" }
// question = { zh = "一名干部的全部材料有哪些?", en = "All that is known of one cadre in one round trip: the person (part cadre), every record tied to it and what stands beside one of them, such as the evaluations of its projects (part fact), the assessments of the teams of the units where it served (part team), what the importers were not sure of about it (part finding), the source records in force about it, where a gap was looked for (part document), and what units where it served were renamed to (part renaming). Each with its relations and the places that state it." }
// access = 4
//
// [parameters.cadre]
// type = "text"
// help = { zh = "干部编号", en = "The cadre's id" }
//
// [parameters.labels]
// type = "texts"
// help = { zh = "读者可见的记录类型", en = "Record types the reader may see" }
//
// [parameters.by]
// type = "texts"
// help = { zh = "带出旁证的记录类型", en = "Record types that others stand beside" }
//
// [parameters.shown]
// type = "texts"
// help = { zh = "读者可见的旁证的记录类型", en = "Record types that stand beside those, as far as the reader may see them" }
//
// [columns.part]
// type = "text"
// meaning = { zh = "部分", en = "Part" }
//
// [columns.label]
// type = "text"
// meaning = { zh = "记录类型", en = "Record type" }
//
// [columns.properties]
// type = "value"
// meaning = { zh = "属性", en = "Properties" }
//
// [columns.outgoing]
// type = "value"
// meaning = { zh = "由它指出的关系", en = "Relations from it" }
//
// [columns.incoming]
// type = "value"
// meaning = { zh = "指向它的关系", en = "Relations to it" }
//
// [columns.sources]
// type = "value"
// meaning = { zh = "出处", en = "Sources" }
// ---
MATCH (n:Cadre {id: $cadre})
WHERE labels(n)[0] IN $labels
RETURN 'cadre' AS part, labels(n)[0] AS label, properties(n) AS properties,
  [] AS outgoing, [] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
UNION ALL
MATCH (c:Cadre {id: $cadre})--(n)
WHERE n.subject IS NOT NULL AND labels(n)[0] IN $labels
WITH DISTINCT n
RETURN 'fact' AS part, labels(n)[0] AS label, properties(n) AS properties,
  [(n)-[r]->(o) WHERE type(r) <> 'STATED_IN' |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS outgoing,
  [(n)<-[r]-(o) |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
UNION ALL
MATCH (c:Cadre {id: $cadre})--(p)
WHERE labels(p)[0] IN $by
MATCH (p)--(n)
WHERE labels(n)[0] IN $shown AND n.subject IS NOT NULL AND NOT (c)--(n)
WITH DISTINCT n
RETURN 'fact' AS part, labels(n)[0] AS label, properties(n) AS properties,
  [(n)-[r]->(o) WHERE type(r) <> 'STATED_IN' |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS outgoing,
  [(n)<-[r]-(o) |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
UNION ALL
MATCH (c:Cadre {id: $cadre})-[:HELD]->(:Tenure)-[:AT_UNIT]->(u:Unit)
WITH DISTINCT u
MATCH (u)<-[:LEADS]-(:LeadershipTeam)<-[:OF_TEAM]-(n:Assessment)
WHERE labels(n)[0] IN $labels
WITH DISTINCT n
RETURN 'team' AS part, labels(n)[0] AS label, properties(n) AS properties,
  [(n)-[r]->(o) WHERE type(r) <> 'STATED_IN' |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS outgoing,
  [(n)<-[r]-(o) |
    {type: type(r), id: o.id, label: labels(o)[0], name: coalesce(o.name, o.title, o.unit_name), values: properties(r)}] AS incoming,
  [(n)-[s:STATED_IN]->(record:SourceRecord)-[:PART_OF]->(document:SourceDocument) |
    {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
     date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin,
     sheet: s.sheet, row: s.row, line: s.line, column: s.column, quote: s.quote}] AS sources
UNION ALL
// a doubt who it is ends where somebody decided it
OPTIONAL MATCH (one:IdentityRuling {one: $cadre}) WHERE one.decision IN ['same', 'different']
OPTIONAL MATCH (other:IdentityRuling {other: $cadre}) WHERE other.decision IN ['same', 'different']
WITH count(one) + count(other) AS decided
MATCH (c:Cadre {id: $cadre})<-[:ABOUT]-(n:Finding)-[:FOUND_IN]->(document:SourceDocument)
WHERE EXISTS { MATCH (document)<-[:PART_OF]-(record:SourceRecord) WHERE record.known_to IS NULL }
  AND (decided = 0 OR NOT n.code IN ['possible-duplicate', 'ambiguous-person'])
RETURN 'finding' AS part, labels(n)[0] AS label, properties(n) AS properties,
  [] AS outgoing, [] AS incoming,
  [{document: document.title, document_id: document.id, record_id: '', importer: document.importer,
    date: document.form_date, author: null, origin: '', sheet: n.sheet, row: n.row, line: n.line, column: n.column,
    quote: n.value}] AS sources
UNION ALL
MATCH (record:SourceRecord {subject: $cadre})-[:PART_OF]->(document:SourceDocument)
WHERE record.known_to IS NULL
RETURN 'document' AS part, 'SourceRecord' AS label,
  {document: document.title, document_id: document.id, record_id: record.id, importer: document.importer,
   date: coalesce(record.form_date, document.form_date), author: record.author, origin: record.origin} AS properties,
  [] AS outgoing, [] AS incoming, [] AS sources
UNION ALL
MATCH (c:Cadre {id: $cadre})-[:HELD]->(:Tenure)-[:AT_UNIT]->(:Unit)-[:SUCCEEDED_BY*0..3]->(u:Unit)-[s:SUCCEEDED_BY]->(later:Unit)
WITH DISTINCT u, s, later
RETURN 'renaming' AS part, 'Unit' AS label,
  {unit: u.id, later: later.id, name: later.name, date: s.date, kind: s.kind} AS properties,
  [] AS outgoing, [] AS incoming, [] AS sources
