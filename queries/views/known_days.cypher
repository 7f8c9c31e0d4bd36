// ---
// title = { zh = "有新材料的日子", en = "Days on which records arrived" }
// question = { zh = "哪些日子有新材料?", en = "The first and the last batch of every day (UTC) on which records arrived that still count." }
// access = 2
//
// [columns.first]
// type = "text"
// meaning = { zh = "当天最早一批", en = "First batch of the day" }
//
// [columns.last]
// type = "text"
// meaning = { zh = "当天最后一批", en = "Last batch of the day" }
// ---
MATCH (b:ImportBatch) WHERE b.undone_at IS NULL
WITH substring(b.started_at, 0, 10) AS day, min(b.started_at) AS first, max(coalesce(b.finished_at, b.started_at)) AS last
RETURN first, last
ORDER BY first
