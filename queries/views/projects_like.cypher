// title: 名称相近的项目
// description: Work projects whose title holds the text; the newest first.
// param text: text = what was typed
// param limit: integer = the most rows
// returns: id, title, unit, year
MATCH (w:WorkProject)
WHERE w.title CONTAINS $text
RETURN w.id AS id, w.title AS title, w.unit_name AS unit, w.year AS year
ORDER BY year DESC, title, id
LIMIT $limit
