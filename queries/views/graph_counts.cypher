// title: 库中有什么
// description: How many cadres, units, posts, documents, batches and findings there are.
// returns: cadres, units, posts, documents, batches, findings
CALL { MATCH (n:Cadre) RETURN count(n) AS cadres }
CALL { MATCH (n:Unit) RETURN count(n) AS units }
CALL { MATCH (n:Post) RETURN count(n) AS posts }
CALL { MATCH (n:SourceDocument) RETURN count(n) AS documents }
CALL { MATCH (n:ImportBatch) RETURN count(n) AS batches }
CALL { MATCH (n:Finding) RETURN count(n) AS findings }
RETURN cadres, units, posts, documents, batches, findings
