// title: 正在进行的导入
// description: Batches that have not reached their last write: an import under way, or one that died.
// returns: id, started_at
MATCH (b:ImportBatch {state: 'loading'})
RETURN b.id AS id, b.started_at AS started_at
ORDER BY id
