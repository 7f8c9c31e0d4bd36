"""Queries of one's own on their way: draft, reviewed by somebody else, published as a file the catalogue finds."""

from __future__ import annotations

import difflib
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from graph.errors import InputError, NotFoundError
from graph.model.suggestions import did_you_mean
from graph.model.words import Both, joined, sayings
from graph.store.connection import Graph
from queries.catalogue import PUBLISHED, find_query, shipped
from queries.desk import now, open_desk
from queries.file import NAME, QueryFile, parse
from queries.lint import faults
from queries.lint_engine import engine_faults

_say: Final = sayings("queries")

DRAFT: Final = "@draft"
"""Ending of a name by which the newest version of a query of one's own is run before it is published."""

_LONGEST: Final = 60
_LONGEST_REASON: Final = 500


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a query: its text, who wrote it and when, how far it has come and who reviewed it."""

    name: str
    version: int
    topic: str
    text: str
    author: str
    saved_at: str
    state: str
    reviewer: str | None
    reviewed_at: str | None
    published_at: str | None

    def query(self) -> QueryFile:
        """The query this version holds; raises InputError where its header is wrong."""
        return parse(self.text, name=self.name, topic=self.topic)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a version into the catalogue or out of it (reviewed, published, withdrawn): who, why and when."""

    version: int
    step: str
    who: str
    why: str
    at: str


def save(data: Path, name: str, topic: str, text: str, author: str) -> Version:
    """Keep a new version as a draft, whatever state it is in; the same text again makes none.

    Raises InputError for a name that ships with the program or is none, and for an author left blank.
    """
    _check_names(name, topic)
    who = _person(author, _say("role_author"))
    with open_desk(data) as desk:
        newest = _newest(desk, name)
        if newest is not None and (newest.text, newest.topic) == (text, topic):
            return newest
        number = newest.version + 1 if newest else 1
        desk.execute(
            "INSERT INTO versions (name, version, topic, text, author, saved_at, state) "
            "VALUES (?, ?, ?, ?, ?, ?, 'draft')",
            (name, number, topic, text, who, now()),
        )
    return version_of(data, name)


def save_all(data: Path, found: Sequence[QueryFile], author: str) -> list[Version]:
    """Keep each query as a draft; the names of all are looked at before the first is kept."""
    for each in found:
        _check_names(each.name, each.topic)
    return [save(data, each.name, each.topic, each.text, author) for each in found]


def find_query_or_draft(name: str, data: Path) -> QueryFile:
    """The query of the catalogue, or for a name that ends in `@draft` the newest version, under that very name.

    Raises NotFoundError where there is none, InputError for a version whose header is wrong.
    """
    if not name.endswith(DRAFT):
        return find_query(name, data)
    return version_of(data, name.removesuffix(DRAFT)).query().model_copy(update={"name": name})


def review(graph: Graph, data: Path, name: str, reviewer: str, why: str = "") -> Version:
    """Mark the newest version reviewed.

    Raises InputError when `check` or the engine refuses it, or the reviewer wrote it; StoreError without an engine.
    """
    who = _person(reviewer, _say("role_reviewer"))
    newest = version_of(data, name)
    if who == newest.author:
        raise InputError(
            _say("author_reviews_own_query", who=who),
            hint=_say("author_reviews_own_query_hint"),
        )
    query = newest.query()
    if found := faults(query, data) or engine_faults(graph, query):
        raise InputError(
            _say("query_not_reviewable", name=name, found=joined(each.told for each in found[:5])),
            hint=_say("query_not_reviewable_hint"),
        )
    with open_desk(data) as desk:
        desk.execute(
            "UPDATE versions SET state = 'reviewed', reviewer = ?, reviewed_at = ? WHERE name = ? AND version = ?",
            (who, now(), name, newest.version),
        )
        _remember(desk, newest, "reviewed", who, why)
    return version_of(data, name)


def publish(data: Path, name: str, publisher: str, why: str = "") -> Path:
    """Write the newest version, which must be reviewed, where the catalogue finds it; the file's path."""
    who = _person(publisher, _say("role_publisher"))
    newest = version_of(data, name)
    if newest.state not in ("reviewed", "published"):
        raise InputError(
            _say("version_not_reviewed", name=name, version=newest.version),
            hint=_say("version_not_reviewed_hint"),
        )
    path = data / PUBLISHED / newest.topic / f"{name}.cypher"
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(newest.text, "utf-8")
    part.replace(path)
    for other in (data / PUBLISHED).glob(f"*/{name}.cypher"):
        if other != path:
            other.unlink()
    with open_desk(data) as desk:
        desk.execute(
            "UPDATE versions SET state = 'published', published_at = ? WHERE name = ? AND version = ?",
            (now(), name, newest.version),
        )
        _remember(desk, newest, "published", who, why)
    return path


def withdraw(data: Path, name: str, by: str, why: str) -> None:
    """Take a published query out of the catalogue; its versions stay, newer drafts as they are.

    Raises InputError when no version is published, and for a person or a reason left blank.
    """
    who, reason = _person(by, _say("role_withdrawer")), why.strip()
    published = published_version(versions_of(data, name))
    if published is None:
        raise InputError(
            _say("query_not_published", name=name),
            hint=_say("query_not_published_hint"),
        )
    if not reason:
        raise InputError(
            _say("withdrawal_without_reason"),
            hint=_say("withdrawal_without_reason_hint"),
        )
    for path in (data / PUBLISHED).glob(f"*/{name}.cypher"):
        path.unlink()
    with open_desk(data) as desk:
        desk.execute("UPDATE versions SET state = 'withdrawn' WHERE name = ? AND state = 'published'", (name,))
        _remember(desk, published, "withdrawn", who, reason)


def published_version(versions: Sequence[Version]) -> Version | None:
    """The version in the catalogue among these, newest first; None where none is."""
    return next((each for each in versions if each.state == "published"), None)


def steps_of(data: Path, name: str) -> list[Step]:
    """Who reviewed, published and withdrew a query, and why, newest first."""
    with open_desk(data) as desk:
        rows = desk.execute(
            "SELECT version, step, who, why, at FROM steps WHERE name = ? ORDER BY id DESC", (name,)
        ).fetchall()
    return [Step(**dict(row)) for row in rows]


def versions_of(data: Path, name: str) -> list[Version]:
    """Every version of a query, newest first; raises NotFoundError where there is none."""
    with open_desk(data) as desk:
        rows = desk.execute("SELECT * FROM versions WHERE name = ? ORDER BY version DESC", (name,)).fetchall()
        names = [row["name"] for row in desk.execute("SELECT DISTINCT name FROM versions ORDER BY name")]
    if not rows:
        near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
        meant = did_you_mean(near) if near else _say("own_queries_listed")
        raise NotFoundError(_say("no_own_query", name=name), hint=meant)
    return [_version(row) for row in rows]


def version_of(data: Path, name: str, version: int | None = None) -> Version:
    """A version of a query, the newest without a number; raises NotFoundError where there is none."""
    found = versions_of(data, name)
    chosen = next((each for each in found if version in (None, each.version)), None)
    if chosen is None:
        raise NotFoundError(
            _say("no_such_version", name=name, version=version),
            hint=_say("no_such_version_hint", version=found[0].version),
        )
    return chosen


def own_queries(data: Path) -> list[Version]:
    """The newest version of every query of one's own, by topic and name."""
    with open_desk(data) as desk:
        rows = desk.execute(
            "SELECT v.* FROM versions v JOIN (SELECT name, max(version) AS newest FROM versions GROUP BY name) n "
            "ON v.name = n.name AND v.version = n.newest ORDER BY v.topic, v.name"
        ).fetchall()
    return [_version(row) for row in rows]


def difference(older: Version, newer: Version) -> str:
    """What changed between two versions, as a unified diff; empty where nothing did."""
    lines = difflib.unified_diff(
        older.text.splitlines(),
        newer.text.splitlines(),
        f"{older.name} v{older.version}",
        f"{newer.name} v{newer.version}",
        lineterm="",
    )
    return "\n".join(lines)


def _remember(desk: sqlite3.Connection, version: Version, step: str, who: str, why: str) -> None:
    desk.execute(
        "INSERT INTO steps (name, version, step, who, why, at) VALUES (?, ?, ?, ?, ?, ?)",
        (version.name, version.version, step, who, why.strip()[:_LONGEST_REASON], now()),
    )


def _newest(desk: sqlite3.Connection, name: str) -> Version | None:
    row = desk.execute("SELECT * FROM versions WHERE name = ? ORDER BY version DESC LIMIT 1", (name,)).fetchone()
    return _version(row) if row else None


def _version(row: sqlite3.Row) -> Version:
    return Version(**{each.name: row[each.name] for each in fields(Version)})


def _check_names(name: str, topic: str) -> None:
    for each in (name, topic):
        if not re.match(NAME, each) or len(each) > _LONGEST:
            raise InputError(
                _say("bad_name", each=each[:80]),
                hint=_say("bad_own_query_name_hint", longest=_LONGEST),
            )
    if any(shipped().glob(f"*/{name}.cypher")):
        raise InputError(
            _say("name_of_shipped_query", name=name),
            hint=_say("name_taken_hint"),
        )


def _person(name: str, role: Both) -> str:
    who = " ".join(name.split())
    if not who or len(who) > _LONGEST:
        raise InputError(_say("role_not_named", role=role), hint=_say("role_not_named_hint", longest=_LONGEST))
    return who
