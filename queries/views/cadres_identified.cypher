// ---
// title = { zh = "按身份标识取干部", en = "Cadres of an identifier" }
// question = { zh = "这些加密散列认出的是哪些干部?", en = "Which cadres these keyed hashes identify; numbers in clear are not in the graph." }
// access = 4
//
// [parameters.scheme]
// type = "text"
// help = { zh = "标识类型", en = "The kind of identifier" }
//
// [parameters.values]
// type = "texts"
// help = { zh = "加密散列", en = "The keyed hashes" }
//
// [columns.value]
// type = "text"
// meaning = { zh = "值", en = "Value" }
//
// [columns.cadre]
// type = "text"
// meaning = { zh = "干部", en = "Cadre" }
// ---
MATCH (i:Identifier {scheme: $scheme})-[:IDENTIFIES]->(c:Cadre)
WHERE i.value IN $values
RETURN DISTINCT i.value AS value, c.id AS cadre
ORDER BY value, cadre
