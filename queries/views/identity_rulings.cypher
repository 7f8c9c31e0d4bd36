// ---
// title = { zh = "身份认定", en = "Decisions on identity" }
// question = { zh = "哪些记录被认定为同一人或不是同一人?", en = "What people decided about which records are one, newest first." }
// access = 3
//
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
//
// [columns.kind]
// type = "text"
// meaning = { zh = "类型", en = "Kind" }
//
// [columns.one]
// type = "text"
// meaning = { zh = "一方", en = "One" }
//
// [columns.other]
// type = "text"
// meaning = { zh = "另一方", en = "The other" }
//
// [columns.one_name]
// type = "text"
// meaning = { zh = "一方姓名", en = "Name of one" }
//
// [columns.other_name]
// type = "text"
// meaning = { zh = "另一方姓名", en = "Name of the other" }
//
// [columns.decision]
// type = "text"
// meaning = { zh = "认定", en = "Decision" }
//
// [columns.stays]
// type = "text"
// meaning = { zh = "保留者", en = "The one that stays" }
//
// [columns.goes]
// type = "text"
// meaning = { zh = "并入者", en = "The one merged" }
//
// [columns.facts]
// type = "value"
// meaning = { zh = "涉及的事实", en = "Facts" }
//
// [columns.since]
// type = "day"
// meaning = { zh = "起自", en = "Since" }
//
// [columns.change]
// type = "text"
// meaning = { zh = "变更方式", en = "Kind of change" }
//
// [columns.ruled_by]
// type = "text"
// meaning = { zh = "认定人", en = "Decided by" }
//
// [columns.ruled_on]
// type = "day"
// meaning = { zh = "认定日期", en = "Decided on" }
//
// [columns.reason]
// type = "text"
// meaning = { zh = "原因", en = "Reason" }
// ---
MATCH (r:IdentityRuling)
RETURN r.id AS id, r.kind AS kind, r.one AS one, r.other AS other, r.one_name AS one_name, r.other_name AS other_name,
  r.decision AS decision, r.stays AS stays, r.goes AS goes, r.facts AS facts, r.since AS since, r.change AS change, r.ruled_by AS ruled_by,
  r.ruled_on AS ruled_on, r.reason AS reason
ORDER BY ruled_on DESC, id
