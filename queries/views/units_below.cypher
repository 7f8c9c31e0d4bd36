// title: 单位及其下属单位
// description: A unit and all that is below it, at most eight levels down.
// param unit: text = the unit's id
// returns: id
MATCH (top:Unit {id: $unit})<-[:PART_OF*0..8]-(u:Unit)
RETURN DISTINCT u.id AS id
ORDER BY id
