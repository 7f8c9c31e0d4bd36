// title: 同音姓名
// description: The names of all cadres whose name sounds like one of these cadres' names, each as often as it is borne.
// param ids: texts = ids of cadres
// returns: name
MATCH (c:Cadre) WHERE c.id IN $ids AND c.pinyin IS NOT NULL
WITH collect(DISTINCT c.pinyin) AS sounds
UNWIND sounds AS sound
MATCH (n:Cadre {pinyin: sound}) WHERE n.name IS NOT NULL
RETURN n.name AS name
ORDER BY name
