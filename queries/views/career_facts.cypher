// ---
// title = { zh = "若干干部的任职和职级", en = "Posts and ranks of some cadres" }
// question = { zh = "这些干部任过什么职务、什么层次, 任职单位后来更名没有?", en = "The posts and ranks of these cadres as far as they tell a level, the level stated of each, and what units where they serve were renamed to; without sources." }
// access = 2
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids" }
//
// [columns.cadre]
// type = "value"
// meaning = { zh = "干部", en = "Cadre" }
//
// [columns.posts]
// type = "value"
// meaning = { zh = "任职", en = "Tenures" }
//
// [columns.ranks]
// type = "value"
// meaning = { zh = "职级", en = "Ranks" }
//
// [columns.renamings]
// type = "value"
// meaning = { zh = "更名", en = "Renamings, each with a tenure and the unit that is at" }
// ---
MATCH (c:Cadre) WHERE c.id IN $ids
RETURN c {.id, .name, .position_level, .position_level_since} AS cadre,
  [(c)-[:HELD]->(t:Tenure) |
    t {.id, .unit_name, .renamed_to, .title, .rank, .rank_from, .start, .end, .end_status, .kind, .concurrent, .derived}] AS posts,
  [(c)-[:HOLDS_RANK]->(r:RankRecord) | r {.id, .kind, .rank, .start, .end}] AS ranks,
  [(c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(first:Unit)-[:SUCCEEDED_BY*0..3]->(u:Unit)-[s:SUCCEEDED_BY]->(later:Unit) WHERE t.end_status = 'current' |
    {tenure: t.id, at: first.id, unit: u.id, later: later.id, name: later.name, date: s.date, kind: s.kind}] AS renamings
