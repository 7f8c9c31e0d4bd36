// title: 导入批次
// description: Every run of the importers, newest first.
// param skip: integer = how many batches to leave out at the start
// param limit: integer = most batches
// returns: id, started_at, finished_at, state, files, created, changed, removed, findings
MATCH (b:ImportBatch)
RETURN b.id AS id, b.started_at AS started_at, b.finished_at AS finished_at, b.state AS state, b.files AS files,
       b.created AS created, b.changed AS changed, b.removed AS removed, b.findings AS findings
ORDER BY b.started_at DESC, b.id
SKIP $skip LIMIT $limit
