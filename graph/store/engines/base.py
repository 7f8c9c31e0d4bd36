"""What every engine offers, and what the Bolt engines share: driver options and the reading of the driver's errors."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from neo4j import READ_ACCESS, Driver, Session
from neo4j.exceptions import (
    AuthError,
    ConstraintError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import StoreError
from graph.model.words import sayings
from graph.store.errors import (
    ConstraintViolated,
    DataFolderError,
    EngineAuthFailed,
    EngineBusy,
    EngineUnavailable,
    QueryError,
    QueryTimeout,
    ReadOnlyViolation,
)

_say: Final = sayings("graph.store")

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what goes wrong is told once, in words of our own
DRIVER_OPTIONS: Final[dict[str, Any]] = {
    "user_agent": "zhishi",
    "telemetry_disabled": True,
    "connection_timeout": 5.0,
    "connection_acquisition_timeout": 15.0,
}
"""Seconds that keep a dead server from holding a command: the driver's own default is about 30."""

LOST: Final = (ServiceUnavailable, SessionExpired)
"""What the driver raises when the connection broke."""

_TIMED_OUT: Final = ("TransactionTimedOut", "Transaction.Terminated", "LockClientStopped")
_TERMINATED: Final = "the command has been terminated"
"""How the embedded engine says it while rows are on their way, under a code that means nothing."""

_DISK_FULL: Final = ("No space left on device", "not enough space")


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What `doctor` tells about an engine."""

    engine: str
    version: str
    address: str
    database: str


@dataclass(frozen=True, slots=True)
class Reader:
    """How another program of the same user reaches the graph over Bolt, to read it."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None


class Engine(Protocol):
    """A graph database that speaks Bolt and Cypher. Each difference between engines stands behind one of these."""

    name: str
    keeps_limits: bool
    """Whether the engine itself ends a transaction at the time limit it was given."""

    def tagged(self, cypher: str, tag: str) -> str:
        """The text by which `end` finds the query again; the tag is in the metadata of its transaction anyway."""

    def with_its_plan(self, cypher: str) -> str:
        """The text whose plan the engine keeps while the counts it was made for change."""

    def end(self, tag: str) -> None:
        """End the query of that tag, if the engine is at it; it fails with an error that says it was terminated."""

    def force(self) -> bool:
        """End what goes on although it was told to end; False where that is not possible at the moment."""

    def explain(self, error: DriverError | Neo4jError) -> StoreError:
        """The driver's error as one a user may be shown."""

    counts_from: tuple[int, int]
    """The line and the column at which it sees the first character of a text planned after `EXPLAIN` and a line end."""

    def read_session(self) -> Session:
        """A session in which the engine itself refuses every change."""

    def write_session(self) -> Session:
        """A session that may change the graph and its schema."""

    def write_lock(self, wait: float) -> AbstractContextManager[None]:
        """Hold the one right to write; raises `EngineBusy` after `wait` seconds. Freed when its holder dies."""

    def should_retry(self, error: Neo4jError) -> bool:
        """Whether a write that failed so may succeed when sent again, beyond what the driver retries by itself."""

    def is_lost(self, error: DriverError | Neo4jError) -> bool:
        """Whether the error says that the server has gone, so that `recover` may help."""

    def recover(self) -> bool:
        """After a lost connection: True when the engine is up again and the call may be repeated."""

    def create_fulltext(self, label: str, properties: Sequence[str]) -> str:
        """Make a full-text index that splits Chinese, if it is not there; returns its name for `queryNodes`."""

    def fulltext_names(self) -> frozenset[str]:
        """The names of the full-text indexes that are there."""

    def fulltext_name(self, label: str, properties: Sequence[str]) -> str:
        """The name `db.index.fulltext.queryNodes` knows that index by."""

    def facts(self) -> ServerFacts:
        """Name, version, address and database of the server."""

    def reader(self) -> Reader:
        """Address and name for programs that read over Bolt; on the embedded engine they can do nothing else."""

    def close(self) -> None:
        """Give back every connection; safe to call twice."""


def check(driver: Driver, database: str | None) -> None:
    """Have the server answer once, without the retries of a managed transaction. Raises the driver's error."""
    with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        session.run("RETURN 1").consume()


def translate(error: DriverError | Neo4jError, where: str) -> StoreError:
    """The driver's error as one a user may be shown; `where` names the engine and its address."""
    detail = _detail(error)
    if any(sign in detail for sign in _DISK_FULL):
        return DataFolderError(
            _say("disk_full_nothing_written", where=where), hint=_say("disk_full_nothing_written_hint")
        )
    if isinstance(error, AuthError):
        return EngineAuthFailed(
            _say("login_refused", where=where),
            hint=_say("login_refused_hint"),
        )
    if isinstance(error, LOST):
        return EngineUnavailable(
            _say("engine_does_not_answer", where=where),
            hint=_say("engine_does_not_answer_hint"),
        )
    return _refusal(error, detail, where)


def _refusal(error: DriverError | Neo4jError, detail: str, where: str) -> StoreError:
    """What an engine that answers may say no to."""
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    if any(sign in code for sign in _TIMED_OUT) or _TERMINATED in detail:
        return QueryTimeout(
            _say("query_over_time", where=where),
            hint=_say("query_over_time_hint"),
        )
    if isinstance(error, Forbidden) or "AccessMode" in code:
        return ReadOnlyViolation(
            _say("read_query_writes", where=where, detail=detail),
            hint=_say("read_query_writes_hint"),
        )
    if isinstance(error, ConstraintError):
        return ConstraintViolated(
            _say("value_not_unique", where=where, detail=detail),
            hint=_say("value_not_unique_hint"),
        )
    if isinstance(error, TransientError):
        return EngineBusy(
            _say("changed_by_another_writer", where=where, detail=detail), hint=_say("changed_by_another_writer_hint")
        )
    return QueryError(_say("query_refused", where=where, detail=detail), hint=_say("query_refused_hint"))


def _detail(error: DriverError | Neo4jError) -> str:
    """The engine's own words, on one line."""
    text = (error.message if isinstance(error, Neo4jError) else None) or str(error)
    return " ".join(text.split())[:400]
