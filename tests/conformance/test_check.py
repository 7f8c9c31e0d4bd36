"""What an engine has against a query file is told with the place in the file, and nothing of it is run."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model.schema import Access
from graph.store.connection import Graph
from graph.store.errors import QueryError
from queries.desk.drafts import publish, review, save
from queries.file import parse
from queries.lint import faults
from queries.lint_engine import engine_faults
from queries.running import run_query

GOOD = """// ---
// title = { zh = "某单位的现任干部", en = "Cadres now at a unit" }
// question = { zh = "谁现在在某个单位任职?", en = "Who now holds a post at a unit?" }
// access = 2
// why = '''
// MATCH path = (c:Cadre)-[:HELD]->(:Tenure)
// WHERE c.id = $row.cadre
// RETURN path
// '''
//
// [parameters.unit]
// type = "unit"
// help = { zh = "单位", en = "A unit" }
//
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
// ---

MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE t.end_status = 'current' AND ($unit IS NULL OR u.id IN $unit)
RETURN DISTINCT c AS cadre
ORDER BY c.name, c.id
"""


def told(graph: Graph, text: str) -> list[str]:
    query = parse(text, name="at_unit", topic="own")
    assert faults(query) == []
    return [f"{each.place}:{each}" for each in engine_faults(graph, query)]


def test_a_file_that_is_right_is_accepted(graph: Graph) -> None:
    assert told(graph, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "name"),
    [
        ("WHERE t.end", "WHERE AND t.end", ":21:11:Cypher", "t"),
        ("WHERE t.end_status", "WHERE x.end_status", ":21:7:Cypher", "x"),
        ("= 'current'", "= = 'current'", ":21:2", ""),
        ("c.name, c.id", "c.name, d.id", ":23:18:Cypher", "d"),
        ("WHERE c.id", "WHERE d.id", ":7:10:why", "d"),
        ("RETURN path", "RETURN way", ":8:11:why", "way"),
        ("t.end_status = 'current'", "left(t.start) = 'x'", ":21", "left"),
    ],
)
def test_a_refusal_names_the_line_of_the_file(graph: Graph, old: str, new: str, place: str, name: str) -> None:
    assert old in GOOD
    found = told(graph, GOOD.replace(old, new, 1))
    assert len(found) == 1
    assert found[0].startswith(place)
    assert name in found[0]


def test_nothing_is_run(graph: Graph) -> None:
    begun = time.monotonic()
    assert (
        graph.refusal("UNWIND range(1, 2000000000) AS x UNWIND range(1, 2000000000) AS y RETURN sum(x + y) AS n")
        is None
    )
    assert time.monotonic() - begun < 5
    before = graph.fingerprint()
    graph.refusal("CREATE (c:Cadre {id: 'x'}) RETURN c")
    assert graph.fingerprint() == before


def test_a_run_names_the_line_of_the_file_too(graph: Graph) -> None:
    query = parse(GOOD.replace("WHERE t.end", "WHERE x.end"), name="at_unit", topic="own")
    with pytest.raises(QueryError, match="line 21"):
        run_query(graph, query, {}, clearance=Access.RESTRICTED, today="2024-03-01")
    unsafe = parse(GOOD.replace("RETURN DISTINCT", "SET c.x = 1 RETURN"), name="at_unit", topic="own")
    with pytest.raises(InputError, match="Line 22, column 1"):
        run_query(graph, unsafe, {}, clearance=Access.RESTRICTED, today="2024-03-01")


def test_nothing_is_published_that_the_engine_refuses(graph: Graph, tmp_path: Path) -> None:
    save(tmp_path, "at_unit", "own", GOOD.replace("WHERE t.end", "WHERE x.end"), "甲某")
    with pytest.raises(InputError, match="line 21"):
        review(graph, tmp_path, "at_unit", "乙某")
    with pytest.raises(InputError, match="not reviewed"):
        publish(tmp_path, "at_unit", "丙某")
    save(tmp_path, "at_unit", "own", GOOD, "甲某")
    assert review(graph, tmp_path, "at_unit", "乙某").state == "reviewed"
