// title: 单位及其上下级
// description: One unit, what it belongs to, what is below it and its posts.
// param id: text = the unit's id
// returns: id, name, short_name, stated, chief_quota, deputy_quota, above, below, posts
MATCH (u:Unit {id: $id})
RETURN u.id AS id, u.name AS name, u.short_name AS short_name, u.subject IS NOT NULL AS stated,
  u.chief_quota AS chief_quota, u.deputy_quota AS deputy_quota,
  [(u)-[:PART_OF]->(a:Unit) | {id: a.id, name: a.name}] AS above,
  [(u)<-[:PART_OF]-(b:Unit) | {id: b.id, name: b.name}] AS below,
  [(u)<-[:IN_UNIT]-(p:Post) | {id: p.id, name: p.title}] AS posts
