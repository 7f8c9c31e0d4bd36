"""The reason of a row of a query whose header gives none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from graph.model.schema import Access
from graph.store.connection import Graph
from queries.catalogue import catalogue
from queries.file import THINGS, QueryFile, parse
from queries.guard import inspect
from queries.running import run_query
from queries.why import why
from queries.why_derived import PATH as NAMES
from queries.why_derived import derived_why

HEADER = (
    '// ---\n// title = { zh = "试", en = "Try" }\n// question = { zh = "试", en = "Try" }\n// access = 4\n// ---\n'
)
CADRE = {"id": "cad_1", "label": "Cadre"}


@pytest.fixture
def filled(graph: Graph) -> Graph:
    """Two cadres at one unit, one of them at another before and punished."""
    graph.write(
        "CREATE (a:Cadre {id: 'cad_1', name: '闻照溪'}), (b:Cadre {id: 'cad_2', name: '匡勖柯'}), "
        "(u:Unit {id: 'uni_1', name: '澜江市财政局'}), (v:Unit {id: 'uni_2', name: '筱泉县财政局'}), "
        "(a)-[:HELD]->(:Tenure {id: 'ten_1', start: '2019-02'})-[:AT_UNIT]->(u), "
        "(a)-[:HELD]->(:Tenure {id: 'ten_2', start: '2012-05'})-[:AT_UNIT]->(v), "
        "(b)-[:HELD]->(:Tenure {id: 'ten_3', start: '2020-01'})-[:AT_UNIT]->(u), "
        "(a)-[:RECEIVED]->(:Punishment {id: 'pun_1', name: '诫勉'})"
    )
    return graph


def shown(graph: Graph, cypher: str, at: int = 0) -> tuple[set[str], set[str]]:
    """Things and relations behind a row of a query."""
    query = parse(HEADER + cypher, name="own", topic="own")
    found = run_query(graph, query, {}, clearance=Access.RESTRICTED, today="2024-03-01")
    row: Mapping[str, Any] = dict(zip((name for name, _ in found.columns), found.rows[at], strict=True))
    reason = why(graph, query, {}, row, clearance=Access.RESTRICTED, today="2024-03-01")
    return {node.id for node in reason.nodes}, {f"{each.start} {each.type} {each.end}" for each in reason.links}


HELD = {"cad_1 HELD ten_1", "cad_1 HELD ten_2"}
AT = {"ten_1 AT_UNIT uni_1", "ten_2 AT_UNIT uni_2"}
PATH = "(c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)"


@pytest.mark.parametrize(
    ("cypher", "links"),
    [
        (f"MATCH {PATH} RETURN c AS cadre, min(t.start) AS start ORDER BY c.id", HELD | AT),
        (f"MATCH {PATH} WITH c, count(t) AS n WHERE n > 1 RETURN c AS cadre, n ORDER BY c.id", HELD | AT),
        (f"MATCH {PATH} WITH DISTINCT c AS who WHERE who.name <> '' RETURN who ORDER BY who.id", HELD | AT),
        ("MATCH (c:Cadre)-[:HELD]->(t:Tenure) RETURN DISTINCT c.name AS name ORDER BY name DESC LIMIT 1", HELD),
        (
            f"MATCH {PATH} RETURN c AS cadre, t.start AS start, u AS unit ORDER BY c.id, t.start DESC",
            {"cad_1 HELD ten_1", "ten_1 AT_UNIT uni_1"},
        ),
        (
            "MATCH (c:Cadre) WHERE EXISTS { (c)-[:RECEIVED]->(:Punishment) } RETURN c AS cadre ORDER BY c.id",
            {"cad_1 RECEIVED pun_1"},
        ),
        (
            "MATCH (c:Cadre) WHERE COUNT { MATCH (c)-[:HELD]->(t:Tenure) WHERE t.start < '2015' } = 1 RETURN c AS who",
            {"cad_1 HELD ten_2"},
        ),
        ("MATCH (c:Cadre) RETURN c, COUNT { (c)-[:HELD]->() } AS held ORDER BY c.id", HELD),
        (
            "MATCH (c:Cadre) RETURN c, COLLECT { MATCH (c)-[:HELD]->(t) RETURN t.id ORDER BY t.id } AS l ORDER BY c.id",
            HELD,
        ),
        ("MATCH (c:Cadre) RETURN c, [(c)-[:RECEIVED]->(p) | p.name] AS l ORDER BY c.id", {"cad_1 RECEIVED pun_1"}),
        (
            "MATCH (c:Cadre) WHERE EXISTS { (c)-[:RECEIVED]->(), (c)-[:HELD]->(t) WHERE t.start < '2015' } RETURN c",
            {"cad_1 RECEIVED pun_1", "cad_1 HELD ten_2"},
        ),
        (
            """MATCH (c:Cadre {id: 'cad_1'})-[:HELD]->(t:Tenure) WITH c, collect(t) AS ts
            WHERE any(t IN ts WHERE EXISTS { (t)-[:AT_UNIT]->(:Unit {id: 'uni_2'}) }) RETURN c""",
            HELD,
        ),
        (
            """MATCH (c:Cadre {id: 'cad_1'})
            CALL (c) {
              MATCH (c)-[:HELD]->(t:Tenure) RETURN count(t) AS n
              UNION ALL
              MATCH (c)-[:RECEIVED]->(p:Punishment) RETURN count(p) AS n
            }
            RETURN c AS cadre, sum(n) AS n""",
            HELD | {"cad_1 RECEIVED pun_1"},
        ),
        (
            "MATCH (c:Cadre {id: 'cad_1'}) OPTIONAL MATCH p = (c)-[:RECEIVED]->(:Punishment) RETURN *",
            {"cad_1 RECEIVED pun_1"},
        ),
        (
            "MATCH (c:Cadre)-[:RECEIVED]->(x) RETURN c AS cadre UNION MATCH (c:Cadre)-[:HELD]->(x) RETURN c AS cadre",
            HELD | {"cad_1 RECEIVED pun_1"},
        ),
        ("UNWIND ['cad_1'] AS id MATCH (c:Cadre {id: id})-[:HELD*1..1]->(t) RETURN c AS cadre, count(*) AS n", HELD),
    ],
)
def test_the_patterns_of_a_query_are_the_reason(filled: Graph, cypher: str, links: set[str]) -> None:
    things, found = shown(filled, cypher)
    assert found == links
    assert "cad_1" in things


def test_a_row_has_the_reason_of_its_own_cadre(filled: Graph) -> None:
    _, links = shown(filled, f"MATCH {PATH} RETURN c AS cadre, count(t) AS n ORDER BY c.id", at=1)
    assert links == {"cad_2 HELD ten_3", "ten_3 AT_UNIT uni_1"}


def test_the_thing_of_a_row_is_looked_for_where_it_is_found_first() -> None:
    told = derived_why(f"MATCH {PATH} WHERE u.id = 'x' OR true RETURN c AS cadre", {"cadre": CADRE})
    assert told
    assert "WHERE `c`.id = $row.`cadre` AND (u.id = 'x' OR true)" in told.splitlines()


def test_what_comes_behind_a_limit_is_not_bound_before_it() -> None:
    told = derived_why("MATCH (c:Cadre) WITH c ORDER BY c.id LIMIT 3 RETURN c AS cadre", {"cadre": CADRE})
    assert told
    assert told.count("$row") == 1


@pytest.mark.parametrize("cypher", ["RETURN 1 AS n", "MATCH (why_1:Cadre) RETURN why_1"])
def test_without_a_pattern_nothing_is_derived(cypher: str) -> None:
    assert derived_why(cypher, {"cadre": CADRE}) is None


DERIVED = [each for each in catalogue().values() if not each.header.computed_by]


@pytest.mark.parametrize("query", DERIVED, ids=[each.name for each in DERIVED])
def test_the_guard_lets_the_reasons_of_all_saved_queries_through(query: QueryFile) -> None:
    values: dict[str, Any] = {"integer": 1, **dict.fromkeys(THINGS, CADRE)}
    row = {name: values.get(column.type, "a") for name, column in query.header.columns.items()}
    for exactly in (True, False):
        if (text := derived_why(query.cypher, row, exactly=exactly)) is not None:
            inspect(text, ours=NAMES)
