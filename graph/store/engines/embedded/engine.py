"""The embedded engine as the store sees it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final

import psutil
from filelock import Timeout
from neo4j import READ_ACCESS, Driver, GraphDatabase, Session
from neo4j.exceptions import AuthError, ConstraintError, DriverError, Neo4jError, TransientError

from graph.errors import StoreError
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.engines.base import DRIVER_OPTIONS, LOST, Reader, ServerFacts, check, translate
from graph.store.engines.embedded.admin import DATABASE, READER, ROOT, Admin, AdminError
from graph.store.engines.embedded.folder import EngineFolder, State
from graph.store.engines.embedded.launch import join, rejoin
from graph.store.errors import EngineBusy, EngineUnavailable

_say: Final = sayings("graph.store")

_RETRY_TIME: Final = 3.0
"""Seconds: longer waiting for a server on the same machine only puts off starting it again."""

_CJK: Final = "org.apache.lucene.analysis.cjk.CJKAnalyzer"


class EmbeddedEngine:
    """A server of our own behind two drivers: this engine ignores the access mode, so reading has its own user."""

    name = "embedded"
    keeps_limits = False
    counts_from = (1, 0)

    def __init__(self, settings: Settings) -> None:
        """Join the running server or start it; raises a `StoreError` that says why that cannot be done."""
        self._settings = settings
        self._folder = EngineFolder.prepare(settings.data)
        self._mending = threading.Lock()
        self._retired: list[Driver] = []
        self._state, self._lease = join(self._folder, settings)
        try:
            self._connect_first()
        except BaseException:
            self._lease.release()
            raise

    def _connect_first(self) -> None:
        try:
            self._connect()
        except EngineUnavailable:
            # a server that was dying when it was joined is gone by now
            self._state = rejoin(self._folder, self._settings)
            self._connect()

    def _connect(self) -> None:
        self._writer = self._driver(ROOT, self._state.root_password)
        self._reader = self._driver(READER, self._state.reader_password)
        try:
            check(self._reader, DATABASE)
        except (DriverError, Neo4jError) as error:
            self._writer.close()
            self._reader.close()
            raise translate(error, self._where) from error

    def _driver(self, user: str, password: str) -> Driver:
        address = f"bolt://127.0.0.1:{self._state.bolt_port}"
        return GraphDatabase.driver(
            address, auth=(user, password), max_transaction_retry_time=_RETRY_TIME, **DRIVER_OPTIONS
        )

    @property
    def _where(self) -> str:
        """The engine and its address."""
        return f"ArcadeDB 127.0.0.1:{self._state.bolt_port}"

    @property
    def admin(self) -> Admin:
        """What only HTTP can say to this server, as root."""
        return Admin(self._state.http_port, self._state.root_password)

    def read_session(self) -> Session:
        """A session of the user that may only read."""
        return self._reader.session(database=DATABASE, default_access_mode=READ_ACCESS)

    def write_session(self) -> Session:
        """A session of the user that may do everything."""
        return self._writer.session(database=DATABASE)

    @contextmanager
    def write_lock(self, wait: float) -> Iterator[None]:
        """A file lock in the data folder, which the kernel frees when its holder dies."""
        try:
            lock = self._folder.write_lock().acquire(timeout=wait)
        except Timeout as error:
            raise EngineBusy(
                _say("another_process_writes", where=self._where), hint=_say("another_process_writes_hint")
            ) from error
        with lock:
            yield

    def should_retry(self, error: Neo4jError) -> bool:
        """Of two writers that merge one new key the loser gets a constraint error, which no driver retries."""
        return isinstance(error, (ConstraintError, TransientError))

    def is_lost(self, error: DriverError | Neo4jError) -> bool:
        """A refused password too: ours are never wrong, so somebody else took the port of a server that died."""
        return isinstance(error, (*LOST, AuthError))

    def tagged(self, cypher: str, tag: str) -> str:
        """Bolt metadata are not kept by this engine, but the beginning of a text is. On its first line: lines count."""
        return f"/*{tag}*/ {cypher}"

    def with_its_plan(self, cypher: str) -> str:
        """As it is: this engine knows no such option."""
        return cypher

    def end(self, tag: str) -> None:
        """By way of HTTP: on Bolt this engine reads no word before the query is done."""
        with suppress(OSError, AdminError):
            self.admin.end_queries(f"/*{tag}*/")

    def force(self) -> bool:
        """End the server, which its supervisor starts again: it looks at its clock between rows, and a loop has none.

        Not while somebody writes.
        """
        try:
            with self.write_lock(0), suppress(psutil.NoSuchProcess):
                psutil.Process(self._state.java_pid).kill()
        except EngineBusy:
            return False
        return True

    def explain(self, error: DriverError | Neo4jError) -> StoreError:
        """What the driver said, unless the disk is full: of that this engine says only that a commit failed."""
        return self._folder.full_disk() or translate(error, self._where)

    def recover(self) -> bool:
        """Find or start the server again and connect to it anew when it moved."""
        with self._mending:
            found = rejoin(self._folder, self._settings)
            if _address(found) != _address(self._state):
                # other threads may still be in their sessions
                self._retired += [self._writer, self._reader]
                self._state = found
                self._connect()
            return True

    def fulltext_name(self, label: str, properties: Sequence[str]) -> str:
        """This engine names an index after what it covers."""
        return f"{label}[{','.join(properties)}]"

    def fulltext_names(self) -> frozenset[str]:
        """By way of the engine's SQL: its Cypher shows no indexes."""
        rows = self.admin.sql("SELECT name FROM schema:indexes WHERE indexType = 'FULL_TEXT'")
        return frozenset(row["name"] for row in rows)

    def create_fulltext(self, label: str, properties: Sequence[str]) -> str:
        """An index with the analyzer for Chinese, Japanese and Korean, by way of the engine's SQL."""
        admin = self.admin
        admin.sql(f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS")
        for one in properties:
            admin.sql(f"CREATE PROPERTY `{label}`.`{one}` IF NOT EXISTS STRING")
        columns = ", ".join(f"`{one}`" for one in properties)
        admin.sql(
            f'CREATE INDEX IF NOT EXISTS ON `{label}` ({columns}) FULL_TEXT METADATA {{"analyzer": "{_CJK}"}}',
        )
        return self.fulltext_name(label, properties)

    def facts(self) -> ServerFacts:
        """As the server tells them."""
        return ServerFacts(
            engine=self.name, version=self.admin.version(), address=self._where, database=str(self._folder.root)
        )

    def reader(self) -> Reader:
        """The user in the read-only group; port and password are those of the running server."""
        return Reader(f"bolt://127.0.0.1:{self._state.bolt_port}", READER, self._state.reader_password, DATABASE)

    def close(self) -> None:
        """Close the drivers and give the lease back; the supervisor stops the server when it was the last."""
        for driver in [*self._retired, self._writer, self._reader]:
            driver.close()
        self._lease.release()
        self._retired.clear()


def _address(state: State) -> tuple[int, str]:
    return state.bolt_port, state.root_password
