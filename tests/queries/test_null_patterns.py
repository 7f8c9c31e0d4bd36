"""Patterns as values begin at what is certainly there; a test is of a name, not of an aggregate as it is made."""

from __future__ import annotations

import pytest

from graph.model.schema import Access
from graph.store.connection import Graph
from queries.file import parse
from queries.guard import UnsafeQuery, inspect
from queries.running import run_query

HELD = "MATCH (c:Cadre) OPTIONAL MATCH (c)-[:HELD]->(t:Tenure)"


@pytest.mark.parametrize(
    "cypher",
    [
        f"{HELD} WITH c, count(t) AS n RETURN n, [(c)-[:HELD]->(t) | t.title] AS l",
        f"{HELD} WHERE (t)-[:AT_UNIT]->(:Unit {{name: 'x'}}) RETURN c.id AS id, t.title AS t",
        "MATCH (c:Cadre) WITH collect(c) AS l UNWIND l AS c RETURN [(c)-[:HELD]->(t) | t.title] AS k",
        "MATCH (c:Cadre) WITH collect(c)[0..5] AS l UNWIND l AS d RETURN [(d)-[:HELD]->(t) | t.title] AS k",
        "MATCH (c:Cadre) WITH c AS d RETURN [(d)-[:HELD]->(t) | t.title] AS k",
        "MATCH (u:Unit) CALL (u) { MATCH (u)<-[:AT_UNIT]-(t:Tenure) RETURN t ORDER BY t.id LIMIT 1 } RETURN [(t)<-[:HELD]-(c) | c.name] AS k",  # noqa: E501
        f"{HELD} WHERE NOT (c)<-[:ABOUT]-(:Interview) RETURN c.id AS id, t.id AS t",
        f"{HELD} RETURN c.id AS id, t.id AS t, [(c)-[:STUDIED]->(e) | e.school] AS s",
        "MATCH (c:Cadre), (u:Unit) WHERE (c)-[:HELD]->(:Tenure)-[:AT_UNIT]->(u) RETURN c.id AS c, u.id AS u",
        f"{HELD} RETURN COLLECT {{ MATCH (t)-[:AT_UNIT]->(u) RETURN u.name }} AS l, EXISTS {{ (t)-[:OF_POST]->() }} AS p",  # noqa: E501
        "MATCH (c:Cadre) WITH c, 3 AS a, 2 AS b RETURN (a) - (b) AS d, [x IN [1, 2] WHERE (x) - (a) > 0 | x] AS l",
        "MATCH p = (u:Unit)-[:PART_OF*1..3]->(v:Unit) UNWIND nodes(p) AS n RETURN [(n)<-[:AT_UNIT]-(t:Tenure) | t.id] AS l",  # noqa: E501
        "MATCH (c:Cadre) RETURN count(c) > 0 AS any, CASE WHEN count(c) > 2 THEN max(c.id) END AS m, c.sex IS NULL AS s",  # noqa: E501
        "MATCH (c:Cadre) RETURN c.sex AS s, CASE WHEN c.sex = 'x' AND c.sex <> 'y' THEN count(*) ELSE 0 END AS n",
        "MATCH (c:Cadre) RETURN sum(CASE WHEN c.sex IS NULL OR c.sex = 'x' THEN 1 ELSE 0 END) AS n, count(*) AS all",
        "MATCH (c:Cadre) RETURN [x IN collect(c.id) WHERE x <> 'a' AND x <> 'b'] AS l, none(x IN collect(c.id) WHERE x IS NULL) AS n",  # noqa: E501
        "MATCH (c:Cadre) WITH count(*) AS all WHERE all > 1 RETURN all * 2 AS n UNION ALL RETURN 1 AS n",
        "MATCH (c:Cadre) WHERE all(x IN [1] WHERE x > 0) RETURN c.id AS id, COUNT { (c)-[:HELD]->() } > 0 AND true AS k",  # noqa: E501
    ],
)
def test_what_is_certain_passes(cypher: str) -> None:
    assert inspect(cypher).tokens


@pytest.mark.parametrize(
    "expression",
    [
        "min(c.id) IS NOT NULL", "NOT min(c.id) IS NULL", "count(c) > 1 AND count(c) < 9", "max(c.id) STARTS WITH 'c'",
        "'c1' IN collect(c.id)", "max(c.id) =~ 'c.'", "count(c) = 3 OR false", "coalesce(max(c.id) IS NULL, false)",
        "CASE WHEN max(c.id) CONTAINS 'c' THEN 1 ELSE 2 END", "size(collect(c.id)) > 2 AND true", "[max(c.id) IS NULL]",
        "CASE WHEN true THEN max(c.id) END IS NULL", "{n: last(collect(c.id)) IS NULL}",
    ],
)  # fmt: skip
def test_an_aggregate_is_named_before_it_is_tested(expression: str) -> None:
    with pytest.raises(UnsafeQuery, match="WITH max"):
        inspect(f"MATCH (c:Cadre) RETURN {expression} AS k")


@pytest.mark.parametrize("expression", ["all + 1", "all - 1", "all[0]", "toString(all)", "size(all)"])
def test_a_name_that_is_read_as_a_function_is_told(expression: str) -> None:
    with pytest.raises(UnsafeQuery, match="`all`"):
        inspect(f"MATCH (c:Cadre) WITH collect(c.id) AS all RETURN {expression} AS k")


HEADER = """// ---
// title = { zh = "试", en = "Try" }
// question = { zh = "试", en = "Try" }
// [parameters.most]
// type = "integer"
// help = { zh = "几个", en = "How many" }
// [parameters.seconds]
// type = "text"
// help = { zh = "秒", en = "Seconds" }
// ---
"""


def test_a_parameter_may_be_called_as_the_program_calls_its_own(embedded_graph: Graph) -> None:
    embedded_graph.write("UNWIND range(1, 3) AS i CREATE (:Cadre {id: 'c' + i})")
    cypher = "MATCH (c:Cadre) WHERE $seconds IS NULL RETURN c.id AS id ORDER BY id LIMIT $most"
    query = parse(HEADER + cypher, name="a", topic="b")
    found = run_query(embedded_graph, query, {"most": "2"}, clearance=Access.OFFICE, today="2024-03-01")
    assert found.rows == (("c1",), ("c2",))
