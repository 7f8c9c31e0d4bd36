// title: 一个导入批次
// description: A run of the importers.
// param id: text = the batch's id
// returns: id, started_at, finished_at, state, files, created, changed, removed, findings, report, undone_at, undone_why
MATCH (b:ImportBatch {id: $id})
RETURN b.id AS id, b.started_at AS started_at, b.finished_at AS finished_at, b.state AS state, b.files AS files,
       b.created AS created, b.changed AS changed, b.removed AS removed, b.findings AS findings, b.report AS report,
       b.undone_at AS undone_at, b.undone_why AS undone_why
