// ---
// title = { zh = "同音姓名", en = "Names that sound alike" }
// question = { zh = "与这些干部同音的姓名有哪些, 各有几人?", en = "The names of all cadres whose name sounds like one of these cadres' names, each as often as it is borne." }
// access = 2
//
// [parameters.ids]
// type = "texts"
// help = { zh = "编号", en = "Ids of cadres" }
//
// [columns.name]
// type = "text"
// meaning = { zh = "名称", en = "Name" }
// ---
MATCH (c:Cadre) WHERE c.id IN $ids AND c.pinyin IS NOT NULL
WITH collect(DISTINCT c.pinyin) AS sounds
UNWIND sounds AS sound
MATCH (n:Cadre {pinyin: sound}) WHERE n.name IS NOT NULL
RETURN n.name AS name
ORDER BY name
