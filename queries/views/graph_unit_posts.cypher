// title: 若干单位的岗位
// description: The posts of these units.
// param units: texts = ids of units
// param limit: integer = the most rows
// returns: unit, post
UNWIND $units AS unit
MATCH (u:Unit {id: unit})<-[:IN_UNIT]-(p:Post)
RETURN u.id AS unit, p.id AS post
ORDER BY unit, p.member_category, p.title, post
LIMIT $limit
