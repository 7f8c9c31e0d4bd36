"""The graph as the rest of the program sees it: read, stream, write; which engine holds it does not show."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from types import TracebackType
from typing import Any, Final, Self, TypeVar, cast

from neo4j import ManagedTransaction, Query, Result, unit_of_work
from neo4j.exceptions import ClientError, DriverError, Neo4jError

from graph.model.words import sayings
from graph.settings import Settings
from graph.store.answers import Answer, row_of
from graph.store.counters import Counters
from graph.store.engines.base import Engine, ServerFacts
from graph.store.engines.choice import at_hand, engine_for
from graph.store.errors import EngineUnavailable, QueryTimeout, ReadOnlyViolation
from graph.store.fingerprint import fingerprint
from graph.store.refusal import Refusal, refusal_of
from graph.store.runs import METADATA, Run

_say: Final = sayings("graph.store")

__all__ = ["Graph", "Transaction", "at_hand", "open_graph"]

T = TypeVar("T")
Row = dict[str, Any]

_MOST_TRIES: Final = 4

_MAY_REPEAT: Final = 2.0
"""Seconds within which a query is sent again when the connection broke: an idle one breaks at once."""

_PLANNING: Final = 10.0
"""Seconds an engine may take to plan a query it is asked about."""

_COUNTING: Final = 0.05
"""Seconds in which rows beyond the limit are counted, to say how many there are; a hundred of them are always."""


class Transaction:
    """One write transaction in progress."""

    def __init__(self, transaction: ManagedTransaction, text: Callable[[str], str]) -> None:
        self._transaction = transaction
        self._text = text
        self.counters = Counters()

    def run(self, cypher: str, /, **params: object) -> list[Row]:
        """The rows a statement returns; what it changed is added to `counters`."""
        result = self._transaction.run(cast("Any", self._text(cypher)), params)
        rows = [record.data() for record in result]
        self.counters += Counters.of(result.consume().counters)
        return rows


class Graph:
    """One open graph. Use it as a context manager; it may be shared by threads."""

    def __init__(self, engine: Engine, *, timeout: float) -> None:
        self.engine = engine
        self._timeout = timeout
        self._grows = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back what the graph holds; the embedded engine stops when this was its last user."""
        self.engine.close()

    def read(self, cypher: str, /, **params: object) -> list[Row]:
        """All rows of a query that the engine keeps from changing anything.

        The query returns plain values (properties, not nodes): they are handed on as the driver has them. `run` is for
        queries that return nodes.
        """

        @unit_of_work(timeout=self._timeout)
        def work(transaction: ManagedTransaction) -> list[Row]:
            return [
                dict(zip(record.keys(), record.values(), strict=True))
                for record in transaction.run(cast("Any", self._text(cypher)), params)
            ]

        def attempt() -> list[Row]:
            with self.engine.read_session() as session:
                return session.execute_read(work)

        return self._attempt(attempt)

    def run(
        self,
        cypher: str,
        given: Mapping[str, object] | None = None,
        /,
        *,
        most: int,
        seconds: float | None = None,
        run: Run | None = None,
        **params: object,
    ) -> Answer:
        """At most `most` rows of a query that the engine keeps from changing anything, and that ends after `seconds`.

        Parameters whose names somebody else chose come as `given`: one may be called `most` or `seconds`.

        Nodes, relations and paths come as `Thing`, `Tie` and `Trail`. The rest is counted, or left in the engine
        where it is much. By `run` another thread may end the query, which then raises `QueryCancelled`.
        """
        run = run or Run()
        limit = min(seconds or self._timeout, self._timeout)

        own_clock = None if self.engine.keeps_limits else limit
        first_rows = _not_again_after(_first_rows, run)

        def attempt() -> Answer:
            with self.engine.read_session() as session, run.under_way(self.engine, seconds=own_clock) as tag:
                work = unit_of_work(timeout=limit, metadata={METADATA: tag})(first_rows)
                return session.execute_read(work, self.engine.tagged(cypher, tag), {**params, **(given or {})}, most)

        try:
            return self._attempt(attempt)
        except QueryTimeout:
            run.check()
            raise

    def refusal(self, cypher: str) -> Refusal | None:
        """What the engine has against the text of a read query, which it plans and does not run; None for nothing."""
        query = Query(cast("Any", f"EXPLAIN \n{cypher}"), timeout=_PLANNING)

        def attempt() -> Refusal | None:
            with self.engine.read_session() as session:
                try:
                    session.run(query).consume()
                except ClientError as error:
                    if ".Statement." not in (error.code or ""):
                        raise
                    line, column = self.engine.counts_from
                    return refusal_of(error.message or str(error), first_line=line, first_column=column)
            return None

        return self._attempt(attempt)

    def stream(self, cypher: str, /, **params: object) -> Iterator[Row]:
        """The rows of such a query one by one, in constant memory. Close the iterator if you leave it early."""
        with self._translated(), self.engine.read_session() as session:
            query = Query(cast("Any", cypher), timeout=self._timeout)
            for record in session.run(query, params):
                yield record.data()

    def write(self, cypher: str, /, **params: object) -> Counters:
        """Run one statement in a transaction of its own; returns what it changed."""
        return self.write_transaction(lambda transaction: _run_and_count(transaction, cypher, params))

    def write_transaction(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction, all or nothing. It may be called again after a conflict."""

        @unit_of_work(timeout=self._timeout)
        def once(transaction: ManagedTransaction) -> T:
            return work(Transaction(transaction, self._text))

        def attempt() -> T:
            with self.engine.write_session() as session:
                return session.execute_write(once)

        return self._attempt(attempt, may_repeat=False)

    def schema(self, statement: str) -> Counters:
        """Run one statement about constraints or indexes, which wants a transaction it need not share."""
        with self._translated(), self.engine.write_session() as session:
            return Counters.of(session.run(cast("Any", statement)).consume().counters)

    def writer(self, *, wait: float = 5.0) -> AbstractContextManager[None]:
        """Hold the one right to write to this graph; raises `EngineBusy` after `wait` seconds."""
        return self.engine.write_lock(wait)

    @contextmanager
    def growing(self) -> Iterator[None]:
        """While this lasts statements keep the plans they have, for whoever holds the right to write.

        An import asks the same few hundred texts of a graph that grows, each by indexes from its first plan on.
        """
        self._grows = True
        try:
            yield
        finally:
            self._grows = False

    def _text(self, cypher: str) -> str:
        return self.engine.with_its_plan(cypher) if self._grows else cypher

    def fingerprint(self, *, without: Sequence[str] = ()) -> str:
        """A digest of every node and relation, alike on every engine; nodes with a label in `without` are left out."""
        return fingerprint(self.stream, without)

    def facts(self) -> ServerFacts:
        """Name, version and address of the engine."""
        with self._translated():
            return self.engine.facts()

    def _attempt(self, call: Callable[[], T], *, may_repeat: bool = True) -> T:
        """Call, again after a conflict the engine means to be retried, and once more after the engine came back."""
        with self._translated():
            for tries in range(1, _MOST_TRIES):
                try:
                    return call()
                except (DriverError, Neo4jError) as error:
                    if not self._may_try_again(error, first=tries == 1, may_repeat=may_repeat):
                        raise
            return call()

    def _may_try_again(self, error: DriverError | Neo4jError, *, first: bool, may_repeat: bool) -> bool:
        if self.engine.is_lost(error):
            # a lost write may or may not have been made: the next call finds the engine, this one says so
            return self.engine.recover() and may_repeat and first
        return isinstance(error, Neo4jError) and self.engine.should_retry(error)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise self.engine.explain(error) from error


def _not_again_after(work: Callable[..., Answer], run: Run) -> Callable[..., Answer]:
    """The work, refused when it is called again long after the first time: then it may be what ended the engine."""
    begun: list[float] = []

    def once(*given: Any) -> Answer:  # noqa: ANN401 - as the work takes it
        begun.append(time.monotonic())
        if begun[-1] - begun[0] < _MAY_REPEAT:
            return work(*given)
        run.check()
        if run.overdue:
            raise QueryTimeout(
                _say("query_ended_by_restart"),
                hint=_say("query_ended_by_restart_hint"),
            )
        raise EngineUnavailable(
            _say("engine_stopped_in_query"),
            hint=_say("engine_stopped_in_query_hint"),
        )

    return once


def _first_rows(transaction: ManagedTransaction, cypher: str, params: dict[str, object], most: int) -> Answer:
    result = transaction.run(cast("Any", cypher), params)
    rows = tuple(row_of(record) for record in islice(result, most))
    beyond = _counted(result)
    total = len(rows) + beyond if result.peek() is None else None
    if Counters.of(result.consume().counters).writes:
        # inside of the transaction, which is rolled back: should an engine ever fail to refuse, nothing is kept
        raise ReadOnlyViolation(
            _say("read_query_changed_graph"),
            hint=_say("read_query_changed_graph_hint"),
        )
    return Answer(tuple(result.keys()), rows, total)


def _counted(result: Result) -> int:
    """How many rows are left, as far as they can be counted in time."""
    until = time.monotonic() + _COUNTING
    count = 0
    while some := sum(1 for _ in islice(result, 100)):
        count += some
        if time.monotonic() > until:
            break
    return count


def _run_and_count(transaction: Transaction, cypher: str, params: dict[str, object]) -> Counters:
    transaction.run(cypher, **params)
    return transaction.counters


def open_graph(settings: Settings) -> Graph:
    """Open the graph the settings name, starting the embedded engine if need be; a `StoreError` says why not."""
    return Graph(engine_for(settings), timeout=settings.query_timeout)
