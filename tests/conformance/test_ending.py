"""A running query is ended in the engine by another thread or by its time limit: the processor is free again."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Thread

import psutil
import pytest

from graph.store import runs
from graph.store.connection import Graph
from graph.store.errors import EngineUnavailable, QueryCancelled, QueryTimeout
from graph.store.runs import Run
from tests.support.clients import eventually

ENDLESS = "MATCH (a:Step), (b:Step), (c:Step), (d:Step) WHERE a.n + b.n + c.n + d.n = -1 RETURN count(*) AS n"
_WINDOW = 0.5

BUSY, IDLE = 0.12, 0.1
"""Shares of a processor: on a machine that others use too, a busy engine gets less than one."""


@pytest.fixture
def steps(graph: Graph) -> Graph:
    """A graph in which four crossed patterns take hours."""
    graph.write("UNWIND range(1, 2000) AS n CREATE (:Step {n: n})")
    return graph


def _engine_of(graph: Graph) -> psutil.Process:
    """The process that listens where the graph's engine answers."""
    port = int(graph.facts().address.rsplit(":", 1)[1])
    listening = (each for each in psutil.net_connections("tcp") if each.status == psutil.CONN_LISTEN)
    return psutil.Process(next(each.pid for each in listening if getattr(each.laddr, "port", 0) == port))


def _load(engine: psutil.Process) -> float:
    """The share of one processor the engine takes."""
    before = engine.cpu_times()
    time.sleep(_WINDOW)
    after = engine.cpu_times()
    return (after.user + after.system - before.user - before.system) / _WINDOW


def _in_thread(call: Callable[[], object]) -> tuple[Thread, list[Exception]]:
    raised: list[Exception] = []

    def work() -> None:
        try:
            call()
        except Exception as error:  # noqa: BLE001 - looked at by the test
            raised.append(error)

    thread = Thread(target=work, daemon=True)
    thread.start()
    return thread, raised


def test_a_cancelled_query_leaves_the_engine_idle(steps: Graph) -> None:
    run, engine = Run(), _engine_of(steps)
    thread, raised = _in_thread(lambda: steps.run(ENDLESS, most=5, seconds=60, run=run))
    assert eventually(lambda: _load(engine) > BUSY)
    run.cancel()
    thread.join(5)
    assert [type(each) for each in raised] == [QueryCancelled]
    assert eventually(lambda: _load(engine) < IDLE)
    assert steps.run("MATCH (s:Step) RETURN count(s)", most=1).rows == ((2000,),)


def test_the_limit_of_a_query_holds(steps: Graph) -> None:
    engine, begun = _engine_of(steps), time.monotonic()
    with pytest.raises(QueryTimeout, match="时限"):
        steps.run(ENDLESS, most=5, seconds=1)
    assert time.monotonic() - begun < 20
    assert eventually(lambda: _load(engine) < IDLE)


def test_only_the_one_that_is_meant_ends(steps: Graph) -> None:
    one, other = Run(), Run()
    first, first_raised = _in_thread(lambda: steps.run(ENDLESS, most=5, seconds=60, run=one))
    second, second_raised = _in_thread(lambda: steps.run(ENDLESS, most=5, seconds=60, run=other))
    time.sleep(1)
    one.cancel()
    first.join(5)
    assert (len(first_raised), second.is_alive(), second_raised) == (1, True, [])
    other.cancel()
    second.join(5)
    assert [type(each) for each in second_raised] == [QueryCancelled]


def test_a_run_cancelled_before_it_starts_never_reaches_the_engine(steps: Graph) -> None:
    run = Run()
    run.cancel()
    run.cancel()
    with pytest.raises(QueryCancelled):
        steps.run("MATCH (s:Step) RETURN s", most=5, run=run)


def test_rows_beyond_the_limit_are_counted_while_that_is_cheap(graph: Graph) -> None:
    answer = graph.run("UNWIND range(1, 300) AS i RETURN i", most=10)
    assert (len(answer.rows), answer.total, answer.more) == (10, 300, True)
    assert graph.run("UNWIND range(1, 10) AS i RETURN i", most=10).total == 10
    assert graph.run("UNWIND range(1, 100000) AS i RETURN i", most=10).total is None


LOOP = "WITH range(1, 3000) AS r RETURN size([a IN r | size([b IN r | size([c IN r WHERE c < 0 | 1])])]) AS n"
"""An expression that takes minutes; no engine looks at its clock in there. The guard refuses it: here there is none."""


def test_what_cannot_be_interrupted_ends_with_its_engine(
    embedded_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "GRACE", 1.0)
    embedded_graph.write("CREATE (:Step {n: 1})")
    engine = _engine_of(embedded_graph)
    with pytest.raises(QueryTimeout, match="重新启动"):
        embedded_graph.run(LOOP, most=5, seconds=1)
    assert not engine.is_running()
    assert embedded_graph.run("MATCH (s:Step) RETURN count(s)", most=1).rows == ((1,),)


def test_a_writer_is_not_ended_with_it(embedded_graph: Graph) -> None:
    with embedded_graph.writer():
        assert not embedded_graph.engine.force()
    assert _engine_of(embedded_graph).is_running()


def test_a_query_that_ended_its_engine_is_not_run_again(embedded_graph: Graph) -> None:
    engine = _engine_of(embedded_graph)
    thread, raised = _in_thread(lambda: embedded_graph.run(LOOP, most=5, seconds=60))
    time.sleep(2.5)
    engine.kill()
    thread.join(40)
    assert [type(each) for each in raised] == [EngineUnavailable]
    assert embedded_graph.run("RETURN 1 AS one", most=1).rows == ((1,),)
