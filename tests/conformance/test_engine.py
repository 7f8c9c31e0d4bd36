"""The contract of every engine: sessions, transactions, limits and refusals answer alike."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest

from graph.settings import Settings
from graph.store.connection import Graph, Transaction, open_graph
from graph.store.counters import Counters
from graph.store.errors import (
    ConstraintViolated,
    EngineBusy,
    QueryError,
    QueryTimeout,
    ReadOnlyViolation,
)
from tests.support.clients import ROOT
from tests.support.environment import environment

WRITES = (
    "CREATE (:Intruder {key: 1})",
    "MATCH (n:Kept) SET n.name = 'changed'",
    "MATCH (n:Kept) REMOVE n.name",
    "MATCH (n:Kept) DETACH DELETE n",
    "MERGE (:Intruder {key: 2})",
    "MATCH (a:Kept), (b:Kept) CREATE (a)-[:INTRUDES]->(b)",
    "MATCH (n:Kept) FOREACH (i IN [1] | SET n.name = 'changed')",
    "MATCH (n:Kept) CALL { WITH n SET n.name = 'changed' } RETURN n.name",
    "CREATE INDEX intruder IF NOT EXISTS FOR (n:Kept) ON (n.name)",
    "CREATE CONSTRAINT intruder IF NOT EXISTS FOR (n:Intruder) REQUIRE n.key IS UNIQUE",
)
SLOW = "UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b WITH a, b WHERE a * b % 7 = 3 RETURN count(*) AS n"


def test_written_rows_are_read_back_as_they_were(graph: Graph) -> None:
    """Text, numbers, booleans, lists and an absent value survive."""
    row = {"key": "一", "text": "甲县“引号”\n第二行", "count": 2**40, "share": 0.25, "open": True, "list": ["a", "乙"]}
    graph.write("CREATE (n:Kept) SET n = $row", row=row)
    assert graph.read("MATCH (n:Kept) RETURN n.key AS key, properties(n) AS node, n.nothing AS nothing") == [
        {"key": "一", "node": row, "nothing": None}
    ]


def test_counters_say_what_changed(graph: Graph) -> None:
    counters = graph.write("CREATE (a:Kept {key: 1})-[:NEXT]->(b:Kept {key: 2})")
    assert counters == Counters(nodes_created=2, relationships_created=1, properties_set=2, labels_added=2)
    assert counters.writes == 7
    assert graph.write("MATCH (n:Kept {key: 3}) SET n.name = 'x'").writes == 0


def test_a_hundred_thousand_parameter_rows_pass(graph: Graph) -> None:
    rows = [{"key": number} for number in range(100_000)]
    assert graph.read("UNWIND $rows AS row RETURN count(row) AS n", rows=rows) == [{"n": 100_000}]


def test_a_transaction_is_all_or_nothing(graph: Graph) -> None:
    """A failure after the first statement leaves nothing of it."""

    def fail(transaction: Transaction) -> None:
        transaction.run("CREATE (:Kept {key: 1})")
        assert transaction.counters.nodes_created == 1
        raise LookupError("in the middle")

    with pytest.raises(LookupError):
        graph.write_transaction(fail)
    assert graph.read("MATCH (n:Kept) RETURN n") == []


def test_a_transaction_reads_its_own_writes(graph: Graph) -> None:
    def work(transaction: Transaction) -> list[dict[str, object]]:
        transaction.run("CREATE (:Kept {key: 1})")
        return transaction.run("MATCH (n:Kept) RETURN n.key AS key")

    assert graph.write_transaction(work) == [{"key": 1}]


def test_a_unique_key_is_refused_twice(graph: Graph) -> None:
    graph.schema("CREATE CONSTRAINT single_key IF NOT EXISTS FOR (n:Single) REQUIRE n.key IS UNIQUE")
    graph.write("CREATE (:Single {key: 'a'})")
    with pytest.raises(ConstraintViolated):
        graph.write("CREATE (:Single {key: 'a'})")
    assert graph.read("MATCH (n:Single) RETURN count(n) AS n") == [{"n": 1}]


@pytest.mark.parametrize("statement", WRITES)
def test_a_read_session_refuses_to_write(graph: Graph, statement: str) -> None:
    graph.write("CREATE (:Kept {key: 1, name: 'kept'})")
    before = graph.fingerprint()
    with pytest.raises(ReadOnlyViolation):
        graph.read(statement)
    assert graph.fingerprint() == before


@pytest.mark.parametrize("statement", WRITES)
def test_a_stream_refuses_to_write(graph: Graph, statement: str) -> None:
    graph.write("CREATE (:Kept {key: 1, name: 'kept'})")
    before = graph.fingerprint()
    with pytest.raises(ReadOnlyViolation):
        list(graph.stream(statement))
    assert graph.fingerprint() == before


def test_streaming_gives_the_same_rows_one_by_one(graph: Graph) -> None:
    query = "UNWIND range(1, 25000) AS n RETURN n ORDER BY n"
    stream = graph.stream(query)
    assert next(stream) == {"n": 1}
    assert sum(1 for _ in stream) == 24_999


def test_a_stream_left_early_leaves_the_graph_usable(graph: Graph) -> None:
    stream = graph.stream("UNWIND range(1, 50000) AS n RETURN n")
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert graph.read("RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize(
    "query", ["MATCH (n RETURN n", "RETURN undefined_name", "RETURN $absent AS x, noSuchFunction(1)"]
)
def test_a_faulty_query_is_refused_with_a_reason(graph: Graph, query: str) -> None:
    with pytest.raises(QueryError) as refused:
        graph.read(query)
    assert refused.value.http_status == 400
    assert len(refused.value.message) > 40


def test_a_slow_query_is_ended_by_the_engine(slow_graph: Graph) -> None:
    """The limit holds in the engine: the answer comes near it, and the engine works on nothing afterwards."""
    began = time.monotonic()
    with pytest.raises(QueryTimeout, match="ZHISHI_QUERY_TIMEOUT"):
        slow_graph.read(SLOW)
    assert time.monotonic() - began < 15
    running = slow_graph.read("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery")
    assert not [row for row in running if "20000" in str(row["currentQuery"])]


def test_the_fingerprint_knows_content_and_nothing_else(graph: Graph) -> None:
    """Made in another order it is the same; any other content is another; a label can be left out."""
    graph.write("CREATE (a:Kept {key: 1, name: '甲'})-[:NEXT {since: '2008'}]->(b:Kept {key: 2})")
    first = graph.fingerprint()
    graph.write("MATCH (n) DETACH DELETE n")
    assert graph.fingerprint() == "0" * 64
    graph.write("CREATE (b:Kept {key: 2})")
    graph.write("MATCH (b:Kept {key: 2}) CREATE (a:Kept {name: '甲', key: 1}) CREATE (a)-[:NEXT {since: '2008'}]->(b)")
    assert graph.fingerprint() == first
    graph.write("CREATE (:Scrap)")
    assert graph.fingerprint(without=["Scrap"]) == first != graph.fingerprint()
    graph.write("MATCH (:Kept)-[r:NEXT]->(:Kept) SET r.since = '2009'")
    assert graph.fingerprint(without=["Scrap"]) != first


def test_only_one_may_write_at_a_time(graph: Graph, engine_settings: Settings) -> None:
    before = graph.fingerprint()
    with open_graph(engine_settings) as other:
        with graph.writer():
            graph.write("CREATE (:Kept {key: 1})")
            with pytest.raises(EngineBusy), other.writer(wait=0.5):
                pytest.fail("two writers at once")
        with other.writer(wait=0.5):
            other.write("MATCH (n:Kept) DETACH DELETE n")
    assert graph.fingerprint() == before


def test_writers_that_merge_the_same_new_keys_all_succeed(graph: Graph) -> None:
    graph.schema("CREATE CONSTRAINT shared_key IF NOT EXISTS FOR (n:Shared) REQUIRE n.key IS UNIQUE")
    failures = _at_once(4, lambda: _merge_shared(graph))
    assert failures == []
    assert graph.read("MATCH (n:Shared) RETURN count(n) AS n") == [{"n": 20}]


def _merge_shared(graph: Graph) -> None:
    for key in range(20):
        graph.write("MERGE (n:Shared {key: $key}) ON CREATE SET n.name = 'x'", key=key)


def _at_once(count: int, work: Callable[[], None]) -> list[Exception]:
    """Run `work` in several threads; returns what they raised."""
    raised: list[Exception] = []

    def guarded() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - the test says which
            raised.append(error)

    threads = [threading.Thread(target=guarded) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_full_text_splits_chinese(graph: Graph) -> None:
    name = graph.engine.create_fulltext("Doc", ["title", "body"])
    assert (
        graph.engine.create_fulltext("Doc", ["title", "body"])
        == name
        == graph.engine.fulltext_name("Doc", ["title", "body"])
    )
    graph.write(
        "CREATE (:Doc {key: 1, title: '乙县建设局副局长', body: ''}) "
        "CREATE (:Doc {key: 2, title: '丙市财政局', body: '科员'})"
    )
    found = (
        "CALL db.index.fulltext.queryNodes($index, $text) YIELD node, score RETURN node.key AS key ORDER BY score DESC"
    )
    assert [row["key"] for row in graph.read(found, index=name, text='"建设局"')] == [1]
    assert [row["key"] for row in graph.read(found, index=name, text="科员")] == [2]


def test_facts_name_the_engine(graph: Graph) -> None:
    facts = graph.facts()
    assert facts.engine in ("embedded", "neo4j")
    assert facts.version[0].isdigit()
    assert "127.0.0.1" in facts.address


_HOLDER = """
import os, sys, time
from graph.settings import Settings
from graph.store.connection import open_graph
with open_graph(Settings.from_env(os.environ)) as graph, graph.writer():
    print("holding", flush=True)
    time.sleep(300)
"""


def test_a_killed_writer_frees_the_right_to_write(graph: Graph, engine_settings: Settings) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER], cwd=ROOT, env=environment(engine_settings), stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "holding\n"
    with pytest.raises(EngineBusy), graph.writer(wait=0.5):
        pytest.fail("two writers at once")
    holder.kill()
    holder.communicate()
    with graph.writer(wait=10):
        assert graph.write("CREATE (:Kept)").nodes_created == 1
