// title: 身份认定
// description: What people decided about which records are one, newest first.
// returns: id, kind, one, other, one_name, other_name, decision, stays, goes, facts, since, change, ruled_by, ruled_on, reason
MATCH (r:IdentityRuling)
RETURN r.id AS id, r.kind AS kind, r.one AS one, r.other AS other, r.one_name AS one_name, r.other_name AS other_name,
  r.decision AS decision, r.stays AS stays, r.goes AS goes, r.facts AS facts, r.since AS since, r.change AS change, r.ruled_by AS ruled_by,
  r.ruled_on AS ruled_on, r.reason AS reason
ORDER BY ruled_on DESC, id
