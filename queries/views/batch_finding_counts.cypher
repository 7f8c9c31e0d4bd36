// title: 批次中的问题计数
// description: How many findings of each severity and code the documents of a batch raised.
// param id: text = the batch's id
// returns: severity, code, count
MATCH (f:Finding)-[:FOUND_IN]->(:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $id})
RETURN f.severity AS severity, f.code AS code, count(f) AS count
ORDER BY f.severity, f.code
