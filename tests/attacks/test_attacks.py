"""The published list of attacks: each layer alone refuses what is its own; together they leave the graph as it was."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from graph.errors import StoreError, WithheldError, ZhishiError
from graph.model.schema import Access
from graph.store.connection import Graph
from graph.store.engines.embedded.engine import EmbeddedEngine
from graph.store.errors import QueryTimeout, ReadOnlyViolation
from queries import guard
from queries.clearance import may_run
from queries.file import parse
from queries.guard import UnsafeQuery, inspect
from queries.guard.lists import allowed
from queries.running import run_query

FAMILIES: Mapping[str, Mapping[str, Any]] = tomllib.loads(Path(__file__).with_name("attacks.toml").read_text("utf-8"))
ATTACKS = [(family, text) for family, table in FAMILIES.items() for text in table["queries"]]
HARMLESS = ("exhaustion",)
"""Families that the guard may let through where a budget of the engine ends them."""
ONLY_THE_GUARD = (
    "copied_in_loops",
    "looked_through_in_loops",
    "looked_through_under_a_poor_key",
    "grown_by_nesting",
)
"""Families that an engine without the guard neither refuses nor ends: it may run out of memory, and changes nothing."""

ONE_STRING = ("RETURN '\\' CREATE (n:Cadre) RETURN '",)
"""What looks like a write is inside of a string."""

HEADER = '// ---\n// title = {{ zh = "试", en = "Try" }}\n// question = {{ zh = "试", en = "Try" }}\n// access = {access}\n// seconds = {seconds}\n// rows = 50\n// ---\n'  # noqa: E501


def saved(text: str, access: int = 4, seconds: int = 1) -> Any:
    """The attack as a saved query."""
    return parse(HEADER.format(access=access, seconds=seconds) + text, name="attack", topic="attacks")


def refusal(attempt: Callable[[], object]) -> ZhishiError | None:
    """The error a user is shown for an attempt; None where it went through."""
    try:
        attempt()
    except ZhishiError as error:
        return error
    return None


def fill(graph: Graph) -> str:
    """A small graph with something in every class; its fingerprint."""
    graph.write(
        "CREATE (c:Cadre {id: 'cad_1', name: '闻照溪'})-[:HELD]->(:Tenure {id: 'ten_1', title: '局长'}) "
        "CREATE (c)-[:RECEIVED]->(:Punishment {id: 'pun_1', name: '诫勉', cause: '某事', date: '2023-01'}) "
        "CREATE (c)-[:HAS_FAMILY]->(:FamilyMember {id: 'fam_1', name: '甲某', appellation: '妻子'}) "
        "CREATE (:SourceRecord {id: 'src_1', content: '{}'})"
    )
    return graph.fingerprint()


def indexes(graph: Graph) -> int:
    """How many indexes there are, as each engine tells it."""
    if isinstance(graph.engine, EmbeddedEngine):
        return len(graph.engine.admin.sql("SELECT name FROM schema:indexes"))
    return len(graph.read("SHOW INDEXES"))


def test_the_list_is_long_enough() -> None:
    assert len(ATTACKS) >= 700
    assert len({text for _, text in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize(("family", "text"), ATTACKS)
def test_the_guard_alone_refuses(family: str, text: str) -> None:
    """No engine: the guard reads the text, and what may be let through needs a higher class than the reader has."""
    if family == "above_the_class":
        with pytest.raises((UnsafeQuery, WithheldError)):
            may_run(saved(text, access=2), Access.OFFICE)
        return
    error = refusal(lambda: inspect(text))
    if error is None:
        assert family in HARMLESS or text in ONE_STRING
    else:
        assert isinstance(error, UnsafeQuery)
        assert min(error.line, error.column) >= 1
        assert error.hint


@pytest.mark.parametrize("family", [name for name in FAMILIES if name not in (*HARMLESS, *ONLY_THE_GUARD)])
def test_the_engine_alone_is_unharmed(graph: Graph, family: str) -> None:
    """The guard is off: whatever the texts are to the engine, its read session keeps the graph and its schema."""
    before, schema = fill(graph), indexes(graph)
    for text in FAMILIES[family]["queries"]:
        refusal(partial(graph.run, text, most=50, seconds=2))
    assert graph.fingerprint() == before
    assert indexes(graph) == schema


@pytest.mark.parametrize("text", FAMILIES["write_clauses"]["queries"])
def test_the_engine_alone_refuses_a_write_in_the_open(graph: Graph, text: str) -> None:
    fill(graph)
    assert isinstance(refusal(partial(graph.run, text, most=50, seconds=2)), StoreError)


@pytest.mark.parametrize("family", [name for name in FAMILIES if name not in HARMLESS])
def test_all_layers_together_leave_the_graph_as_it_was(graph: Graph, family: str) -> None:
    before = fill(graph)
    for text in FAMILIES[family]["queries"]:
        clearance = Access.OFFICE if family == "above_the_class" else Access.RESTRICTED
        query = saved(text, access=int(clearance))
        error = refusal(partial(run_query, graph, query, {}, clearance=clearance, today="2024-03-01"))
        assert error is not None or text in ONE_STRING, text
    assert graph.fingerprint() == before


VALUES = [
    "' OR 1=1 //",
    "\\u0027 DETACH DELETE n //",
    "}) DETACH DELETE (n",
    "$name",
    "`",
    "\x00",
    "'; DROP INDEX x",
    "𝕏" * 5000,
]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_stays_a_value(graph: Graph, value: str) -> None:
    before = fill(graph)
    text = '// ---\n// title = { zh = "试", en = "Try" }\n// question = { zh = "试", en = "Try" }\n// [parameters.name]\n// type = "text"\n// help = { zh = "名", en = "Name" }\n// ---\nMATCH (c:Cadre) WHERE c.name = $name RETURN c.id AS id'  # noqa: E501
    query = parse(text, name="attack", topic="attacks")
    assert run_query(graph, query, {"name": value}, clearance=Access.RESTRICTED, today="2024-03-01").rows == ()
    assert graph.fingerprint() == before


@pytest.mark.parametrize(
    "text",
    [
        "RETURN " + " OR ".join(["false"] * 1900) + " AS n",
        "RETURN " + " + ".join(["1"] * 1900) + " AS n",
        "MATCH (c:Cadre) WHERE " + " OR ".join(f"c.name = '{each}'" for each in range(600)) + " RETURN c.id AS id",
    ],
)
def test_the_guard_itself_is_quick_with_the_longest_texts(text: str) -> None:
    begun = time.monotonic()
    inspect(text)
    assert time.monotonic() - begun < 3


BUDGET = 1
LET_THROUGH = [text for text in FAMILIES["exhaustion"]["queries"] if refusal(partial(inspect, text)) is None]


def test_some_of_what_exhausts_is_left_to_the_budget() -> None:
    assert LET_THROUGH


@pytest.mark.parametrize(
    "text", [*LET_THROUGH, "MATCH (a:Tenure), (b:Tenure), (c:Tenure), (d:Tenure) RETURN a, b, c, d"]
)
def test_what_the_guard_lets_through_ends_at_its_budget(graph: Graph, text: str) -> None:
    """A graph in which a product of three patterns has 27 million rows."""
    graph.write("UNWIND range(1, 300) AS i CREATE (:Cadre {id: 'c' + i})-[:HELD]->(:Tenure {id: 't' + i})")
    begun = time.monotonic()
    query = saved(text, seconds=BUDGET)
    error = refusal(partial(run_query, graph, query, {}, clearance=Access.RESTRICTED, today="2024-03-01"))
    assert error is None or isinstance(error, QueryTimeout)
    assert time.monotonic() - begun < 15 * BUDGET
    begun = time.monotonic()
    assert graph.run("MATCH (c:Cadre) RETURN count(c)", most=1).rows == ((300,),)
    assert time.monotonic() - begun < 10, "the engine is still busy"


def test_rows_beyond_the_budget_stay_in_the_engine(graph: Graph) -> None:
    answer = graph.run("UNWIND range(1, 100000) AS i RETURN i", most=10)
    assert (len(answer.rows), answer.more) == (10, True)


def test_what_an_engine_does_not_refuse_is_rolled_back(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine's own lock is taken off: the third layer looks at what the transaction changed."""
    before = fill(graph)
    monkeypatch.setattr(graph.engine, "read_session", graph.engine.write_session)
    for text in (
        "CREATE (x:Cadre {id: 'new'})",
        "MATCH (c:Cadre) SET c.name = 'x'",
        "MATCH (c) DETACH DELETE c",
    ):
        with pytest.raises(ReadOnlyViolation):
            graph.run(text, most=10)
    monkeypatch.undo()
    assert graph.fingerprint() == before


ADVICE = tomllib.loads(Path(guard.__file__).with_name("instead.toml").read_text("utf-8"))


@pytest.mark.parametrize("key", ADVICE)
def test_what_is_advised_is_let_through(key: str) -> None:
    assert inspect(ADVICE[key]["try"]).problems == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MATCH p = SHORTEST 2 (a:Cadre)-[:HELD]-+(b:Cadre) RETURN p", "shortestPath("),
        ("MATCH (a:Unit)-[:PART_OF]->{1,4}(b:Unit) RETURN b", "-[:PART_OF*1..3]->"),
        ("MATCH TRAIL (a:Unit)-[:PART_OF*1..3]->(b:Unit) RETURN b", "-[:PART_OF*1..3]->"),
        ("MATCH (c:Cadre) RETURN rank() OVER (ORDER BY c.id) AS r", "collect(t) AS held"),
        ("MATCH (c:Cadre) RETURN sum(c.x) OVER (PARTITION BY c.unit)", "collect(t) AS held"),
        ("MATCH (c:Cadre) RETURN apoc.coll.toSet(collect(c.name))", "collect(DISTINCT x)"),
        ("MATCH (c:Cadre) RETURN apoc.text.join(collect(c.name), ',')", "reduce("),
        ("CALL apoc.path.expand(c, '', '', 1, 3) YIELD path RETURN path", "computed_by"),
        ("MATCH (c:Cadre) CALL (c) { RETURN 1 AS x } IN TRANSACTIONS RETURN x", "IN TRANSACTIONS"),
        ("LOAD CSV FROM 'file:///x' AS l RETURN l", "list:NAME"),
        ("WHEN true THEN RETURN 1 AS a ELSE RETURN 2 AS a", "CASE WHEN"),
        ("MATCH (c:Cadre) RETURN c.name AS n EXCEPT MATCH (d:Cadre) RETURN d.name AS n", "NOT EXISTS"),
        ("MATCH (c:Cadre) RETURN c OFFSET 3", "SKIP"),
    ],
)
def test_what_is_refused_says_what_to_write_instead(text: str, told: str) -> None:
    with pytest.raises(UnsafeQuery) as error:
        inspect(text)
    assert told in error.value.told.text("en")


def test_lists_with_a_key_are_looked_through() -> None:
    """The intersection of what belongs to one thing is what an analyst writes; it is short."""
    inspect("MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure) WITH u, collect(t.id) AS l RETURN size([x IN l WHERE x IN $given])")
    inspect("MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure) WITH u, collect(t.id) AS l RETURN u, [x IN l WHERE x IN l] AS m")
    inspect(
        "MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure) MATCH (t)<-[:HELD]-(c:Cadre) WITH u AS v, c.name AS n "
        "WITH v.id AS k, collect(n) AS l RETURN k, [x IN l WHERE x IN l] AS m"
    )
    inspect("MATCH (t:Tenure) WITH collect(t.id) AS l UNWIND l AS x WITH l, x WHERE x IN l RETURN count(*) AS n")


def test_a_whole_list_may_be_returned_last() -> None:
    assert inspect("MATCH (c:Cadre) WITH collect(c.id) AS l RETURN l").tokens


def test_the_page_of_queries_lists_every_function() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "queries.md").read_text("utf-8").lower()
    assert [each for each in allowed()["functions"] if each not in page] == []


HARMLESS_TEXTS = tomllib.loads(Path(__file__).with_name("harmless.toml").read_text("utf-8"))["queries"]


@pytest.mark.parametrize("text", HARMLESS_TEXTS)
def test_what_an_analyst_writes_is_let_through(text: str) -> None:
    assert inspect(text).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (c:Cadre)-[r:HELD {id: [x IN ['a'] | x][0]}]->(t) RETURN t.title",
        "MATCH (c:Cadre) RETURN [x IN [1, 2] WHERE (x) > 1 | (x) * 2] AS k",
        "MATCH (n:Unit|Cadre) RETURN n.name, [k IN [1] | $k] AS given",
        "MATCH (n:Unit&!Cadre) RETURN n.name",
        "MATCH (c:Cadre) CALL (c) { MATCH (c)-[:STUDIED]->(e:Education) RETURN e.end AS day UNION ALL MATCH (c)-[:RECEIVED]->(a:Award) RETURN a.date AS day } RETURN c.id AS id, day",  # noqa: E501
        "MATCH (c:Cadre) CALL { WITH c MATCH (c)-[:STUDIED]->(e:Education) RETURN e.end AS day UNION WITH c MATCH (c)-[:RECEIVED]->(a:Award) RETURN a.date AS day } RETURN c.id AS id, day",  # noqa: E501
    ],
)
def test_what_the_text_tells_needs_no_higher_class(text: str) -> None:
    assert inspect(text).access == Access.OFFICE
