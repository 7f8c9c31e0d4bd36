"""Twenty users on one graph: mixed queries for minutes; no wrong answer, no leak, and how long they wait.

`python -m bench.soak [--cadres N] [--users N] [--minutes M] [--engine …]`: each user runs saved queries in an order of
his own and holds every answer against the first one. After it the same texts by the bare driver, a quarter as long.
"""

from __future__ import annotations

import random
import statistics
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import psutil

from bench.common import Bench, benches, parser, percentile, read, table
from graph.model.schema import Access
from queries.arguments import read_arguments
from queries.catalogue import catalogue
from queries.file import QueryFile
from queries.running import run_query

_DAY: Final = "2024-03-01"
_TOO_SLOW: Final = 2.0
"""Seconds: a query that takes longer alone is left out, so that all are run often."""

HEADS: Final = (
    "engine", "cadres", "users", "minutes", "runs", "wrong", "failed", "median ms", "p99 ms", "bare median ms",
    "bare p99 ms", "ratio of medians", "memory before MB", "at half MB", "after MB", "threads before", "after",
)  # fmt: skip


@dataclass
class Tally:
    """What the users saw: milliseconds of each run, answers unlike the first, errors by their text."""

    times: list[float] = field(default_factory=list)
    wrong: int = 0
    failed: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, other: Tally) -> None:
        """Count what the users saw in a second stretch as well."""
        self.times += other.times
        self.wrong += other.wrong
        self.failed += other.failed


def main() -> None:
    """Print one line an engine."""
    asking = parser("soak", cadres=200, runs=1)
    asking.add_argument("--users", type=int, default=20)
    asking.add_argument("--minutes", type=float, default=10)
    asked = read(asking)
    table(HEADS, (_row(bench, asked.users, asked.minutes) for bench in benches(asked)))


def _row(bench: Bench, users: int, minutes: float) -> tuple[object, ...]:
    bench.import_city()
    answers = _first_answers(bench)
    bare = _bare(bench, answers)
    before = _memory(), threading.active_count()
    product = _soak(users, minutes / 2, answers, lambda query: _ask(bench, query))
    half = _memory()
    product.add(_soak(users, minutes / 2, answers, lambda query: _ask(bench, query)))
    after = _memory(), threading.active_count()
    driver = _soak(users, minutes / 4, bare, lambda query: _fetch(bench, query))
    for text in sorted(set(product.failed))[:5]:
        print(f"failed: {text}", flush=True)
    medians = statistics.median(product.times), statistics.median(driver.times)
    return (
        bench.engine, bench.cadres, users, minutes, len(product.times), product.wrong, len(product.failed),
        medians[0], percentile(product.times, 0.99), medians[1], percentile(driver.times, 0.99),
        medians[0] / medians[1], before[0], half, after[0], before[1], after[1],
    )  # fmt: skip


def _first_answers(bench: Bench) -> dict[str, Any]:
    """The answer of each query that needs no values and is quick."""
    found: dict[str, Any] = {}
    for query in catalogue().values():
        if not any(each.required for each in query.header.parameters.values()):
            begun = time.perf_counter()
            rows = _ask(bench, query)
            if time.perf_counter() - begun < _TOO_SLOW:
                found[query.name] = rows
    return found


def _bare(bench: Bench, answers: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _fetch(bench, catalogue()[name]) for name in answers}


def _ask(bench: Bench, query: QueryFile) -> Any:  # noqa: ANN401 - compared only
    return run_query(bench.graph, query, _given(query), clearance=Access.RESTRICTED, today=_DAY).rows


def _fetch(bench: Bench, query: QueryFile) -> Any:  # noqa: ANN401 - compared only
    bound = dict(read_arguments(bench.graph, query, _given(query), _DAY).bound)
    text: Any = query.cypher
    with bench.graph.engine.read_session() as session:
        return [record.values() for record in session.run(text, bound).fetch(query.header.rows)]


def _given(query: QueryFile) -> dict[str, str]:
    return {"as_of": _DAY} if "as_of" in query.header.parameters else {}


def _soak(users: int, minutes: float, answers: Mapping[str, Any], ask: Callable[[QueryFile], Any]) -> Tally:
    tally, until = Tally(), time.monotonic() + minutes * 60
    threads = [threading.Thread(target=_user, args=(number, until, answers, ask, tally)) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def _user(number: int, until: float, answers: Mapping[str, Any], ask: Callable[[QueryFile], Any], tally: Tally) -> None:
    order, queries = random.Random(number), catalogue()
    names = sorted(answers)
    while time.monotonic() < until:
        name, begun = order.choice(names), time.perf_counter()
        try:
            rows = ask(queries[name])
        except Exception as error:  # noqa: BLE001 - counted and told
            with tally.lock:
                tally.failed.append(f"{name}: {type(error).__name__}: {str(error)[:200]}")
            continue
        with tally.lock:
            tally.times.append((time.perf_counter() - begun) * 1000)
            tally.wrong += rows != answers[name]


def _memory() -> float:
    return psutil.Process().memory_info().rss / 2**20


if __name__ == "__main__":
    main()
