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
from graph.store.connection import Graph
from queries.catalogue import PUBLISHED, find_query, shipped
from queries.desk import now, open_desk
from queries.file import NAME, QueryFile, parse
from queries.lint import faults
from queries.lint_engine import engine_faults

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
    who = _person(author, "作者 (author)")
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
    who = _person(reviewer, "复核人 (reviewer)")
    newest = version_of(data, name)
    if who == newest.author:
        raise InputError(
            f"复核人不能是作者 {who!r} (the author cannot review the query)。",
            hint="请由另一人复核 (somebody else reviews it)。",
        )
    query = newest.query()
    if found := faults(query) or engine_faults(graph, query):
        raise InputError(
            f"查询 {name} 还不能复核 (cannot be reviewed yet): {'; '.join(each.told for each in found[:5])}。",
            hint="请修改后重新保存 (mend it and keep it again)。",
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
    who = _person(publisher, "发布人 (publisher)")
    newest = version_of(data, name)
    if newest.state not in ("reviewed", "published"):
        raise InputError(
            f"查询 {name} 第 {newest.version} 版尚未复核 (not reviewed yet)。",
            hint="请先由另一人复核 (somebody else reviews it first)。",
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
    who, reason = _person(by, "撤回人 (who withdraws it)"), why.strip()
    published = published_version(versions_of(data, name))
    if published is None:
        raise InputError(
            f"查询 {name} 不在目录中 (not published)。",
            hint="只有已发布的查询可以撤回 (only what is published can be withdrawn)。",
        )
    if not reason:
        raise InputError(
            "请写明撤回的原因 (why it is withdrawn)。",
            hint="原因与撤回人一并留存 (the reason is kept with who withdraws)。",
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
        meant = f"是否指 {'、'.join(near)}? (did you mean)" if near else "请在“自建查询”里查看已有的名称。"
        raise NotFoundError(f"没有名为 {name!r} 的自建查询 (no query of your own has this name)。", hint=meant)
    return [_version(row) for row in rows]


def version_of(data: Path, name: str, version: int | None = None) -> Version:
    """A version of a query, the newest without a number; raises NotFoundError where there is none."""
    found = versions_of(data, name)
    chosen = next((each for each in found if version in (None, each.version)), None)
    if chosen is None:
        raise NotFoundError(
            f"查询 {name} 没有第 {version} 版 (no such version)。",
            hint=f"最新的是第 {found[0].version} 版 (the newest is version {found[0].version})。",
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
                f"{each[:80]!r} 不能作名称 (not a name)。",
                hint=(
                    f"请用小写字母、数字和下划线, 不超过 {_LONGEST} 个字符 "
                    f"(lower case, digits and underscores, at most {_LONGEST})。"
                ),
            )
    if any(shipped().glob(f"*/{name}.cypher")):
        raise InputError(
            f"{name} 是随程序提供的查询 (this name ships with the program)。",
            hint="请换一个名称 (choose another name)。",
        )


def _person(name: str, role: str) -> str:
    who = " ".join(name.split())
    if not who or len(who) > _LONGEST:
        raise InputError(f"请写明{role}。", hint=f"不超过 {_LONGEST} 个字。")
    return who
