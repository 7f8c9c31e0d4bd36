// title: 名单中的干部
// description: 按编号取干部的姓名、性别和出生年月; 图中已没有的编号不返回
// param ids: string[] = 干部编号
// returns: id, name, sex, birth_month
MATCH (c:Cadre)
WHERE c.id IN $ids
RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month
ORDER BY name, id
