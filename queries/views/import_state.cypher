// title: 导入状态
// description: What changes with every import of files and every undo of one, but not when a person decides something.
// returns: batches, started, undone
MATCH (b:ImportBatch) WHERE b.files > 0
RETURN count(b) AS batches, max(b.started_at) AS started, max(b.undone_at) AS undone
