"""A Neo4j server, wherever it runs: Community, Enterprise, Aura or a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final, cast

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, Session, Transaction
from neo4j.exceptions import ClientError, ConfigurationError, DriverError, Neo4jError, TransientError

from graph.errors import StoreError
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.engines.base import DRIVER_OPTIONS, LOST, Reader, ServerFacts, check, translate
from graph.store.errors import EngineBusy, EngineUnavailable
from graph.store.runs import METADATA

_say: Final = sayings("graph.store")

_SCHEMES: Final = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_RETRY_TIME: Final = 8.0
"""Seconds: a cluster needs some to choose another leader; the driver's own default is 30."""

_LOCK_LABEL: Final = "ZhishiWriteLock"
_LOCK: Final = f"MERGE (lock:{_LOCK_LABEL} {{key: 'writer'}}) SET lock.held = true"
_LOCK_CONSTRAINT: Final = (
    f"CREATE CONSTRAINT zhishi_write_lock IF NOT EXISTS FOR (lock:{_LOCK_LABEL}) REQUIRE lock.key IS UNIQUE"
)
_END: Final = (
    f"SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.{METADATA} = $tag "
    "TERMINATE TRANSACTIONS id YIELD message RETURN message"
)


class Neo4jServer:
    """One driver; reading is kept read-only by the server, which enforces the access mode of a session."""

    name = "neo4j"
    keeps_limits = True
    counts_from = (2, 1)

    def __init__(self, settings: Settings) -> None:
        """Connect; raises `EngineUnavailable` or `EngineAuthFailed` within seconds when that cannot be done."""
        self._where = f"Neo4j {settings.neo4j_uri}"
        self._settings = settings
        self._database = settings.neo4j_database
        self._driver = _connect(settings, self._where)
        self._bookmarks = GraphDatabase.bookmark_manager()

    def read_session(self) -> Session:
        """A session in READ mode: the server refuses writes, index, user and token commands."""
        return self._session(default_access_mode=READ_ACCESS)

    def write_session(self) -> Session:
        """A session in WRITE mode."""
        return self._session(default_access_mode=WRITE_ACCESS)

    def _session(self, **options: object) -> Session:
        # the shared bookmarks let a read see the write before it on a cluster too
        return self._driver.session(database=self._database, bookmark_manager=self._bookmarks, **cast("Any", options))

    @contextmanager
    def write_lock(self, wait: float) -> Iterator[None]:
        """Keep a transaction open that has locked one key; rolled back, it stores nothing, and dies with its holder."""
        with self.write_session() as session:
            session.run(_LOCK_CONSTRAINT).consume()
            self._try_lock(session, wait)
            with session.begin_transaction(timeout=0) as transaction:
                transaction.run(_LOCK).consume()
                yield
                _let_go(transaction)

    def _try_lock(self, session: Session, wait: float) -> None:
        """Lock and let go; raises `EngineBusy` when that takes longer than `wait` seconds."""
        try:
            with session.begin_transaction(timeout=max(wait, 0.5)) as transaction:
                transaction.run(_LOCK).consume()
                _let_go(transaction)
        except (ClientError, TransientError) as error:
            raise EngineBusy(
                _say("another_process_writes", where=self._where), hint=_say("another_process_writes_hint")
            ) from error

    def should_retry(self, error: Neo4jError) -> bool:  # noqa: ARG002 - the driver retries all that Neo4j means to be retried
        """Never: the driver does."""
        return False

    def is_lost(self, error: DriverError | Neo4jError) -> bool:
        """When the connection broke and the driver's own retries did not help."""
        return isinstance(error, LOST)

    def tagged(self, cypher: str, tag: str) -> str:  # noqa: ARG002 - the metadata are enough
        """As it is: a text of its own for each run would fill the server's cache of plans."""
        return cypher

    def with_its_plan(self, cypher: str) -> str:
        """By the option `replan=skip`: else each text is planned anew every ten seconds while counts grow."""
        return f"CYPHER replan=skip {cypher}"

    def end(self, tag: str) -> None:
        """On a second connection, as the first one is busy. Every user may end what he himself began."""
        with suppress(DriverError, Neo4jError), self.write_session() as session:
            session.run(_END, tag=tag).consume()

    def force(self) -> bool:
        """Nothing: the server is somebody else's. The guard keeps small what it does not interrupt."""
        return True

    def explain(self, error: DriverError | Neo4jError) -> StoreError:
        """What the driver said."""
        return translate(error, self._where)

    def recover(self) -> bool:
        """Never: the server is somebody else's to start."""
        return False

    def fulltext_name(self, label: str, properties: Sequence[str]) -> str:
        """One name for each label and its properties."""
        return fulltext_name(label, properties)

    def fulltext_names(self) -> frozenset[str]:
        """As the server lists them."""
        with self.read_session() as session:
            return frozenset(session.run("SHOW FULLTEXT INDEXES YIELD name RETURN name").value("name"))

    def create_fulltext(self, label: str, properties: Sequence[str]) -> str:
        """An index with the analyzer for Chinese, Japanese and Korean."""
        name = self.fulltext_name(label, properties)
        with self.write_session() as session:
            session.run(cast("Any", fulltext_statement(name, label, properties))).consume()
            session.run("CALL db.awaitIndexes(60)").consume()
        return name

    def facts(self) -> ServerFacts:
        """As the server tells them."""
        with self.read_session() as session:
            row = session.run(
                "CALL dbms.components() YIELD name, versions, edition RETURN name, versions, edition"
            ).peek()
            database = session.run("CALL db.info() YIELD name").single(strict=True)["name"]
        version = f"{row['versions'][0]} {row['edition']}" if row else "?"
        return ServerFacts(engine=self.name, version=version, address=self._where, database=database)

    def reader(self) -> Reader:
        """As the settings name it: a Community server has no user that could only read."""
        return Reader(
            self._settings.neo4j_uri or "", self._settings.neo4j_username, self._settings.neo4j_password, self._database
        )

    def close(self) -> None:
        """Close the driver."""
        self._driver.close()


def fulltext_name(label: str, properties: Sequence[str]) -> str:
    """One name for each label and its properties: another set of properties is another index."""
    return "_".join(["fulltext", label, *properties]).lower()


def fulltext_statement(name: str, label: str, properties: Sequence[str]) -> str:
    """The Cypher that makes a full-text index with the analyzer for Chinese, Japanese and Korean."""
    columns = ", ".join(f"n.`{one}`" for one in properties)
    return (
        f"CREATE FULLTEXT INDEX `{name}` IF NOT EXISTS FOR (n:`{label}`) ON EACH [{columns}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}}"
    )


def _let_go(transaction: Transaction) -> None:
    if not transaction.closed():
        transaction.rollback()


def _connect(settings: Settings, where: str) -> Driver:
    """A driver that has been answered once."""
    uri = settings.neo4j_uri or ""
    if uri.partition("://")[0] not in _SCHEMES:
        raise _unusable(where, "scheme")
    try:
        driver = GraphDatabase.driver(
            uri,
            auth=(settings.neo4j_username, settings.neo4j_password),
            notifications_min_severity="OFF",
            max_transaction_retry_time=_RETRY_TIME,
            **DRIVER_OPTIONS,
        )
    except (ConfigurationError, ValueError) as error:
        raise _unusable(where, str(error)) from error
    try:
        check(driver, settings.neo4j_database)
    except (DriverError, Neo4jError) as error:
        driver.close()
        raise translate(error, where) from error
    return driver


def _unusable(where: str, reason: str) -> EngineUnavailable:
    return EngineUnavailable(
        _say("bad_engine_address", where=where, reason=reason),
        hint=_say("bad_engine_address_hint"),
    )
