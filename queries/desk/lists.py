"""Named lists of cadres, kept in order, from any result; a list serves as the value of a parameter."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from graph.errors import InputError, NotFoundError
from graph.model.suggestions import there_are
from graph.model.words import sayings
from queries.desk import now, open_desk

_say: Final = sayings("queries")

PREFIX: Final = "list:"
"""Before the name of a list where a parameter takes cadres."""

Operation = Literal["union", "intersection", "difference"]
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class NamedList:
    """A list: what it is called, what for, when it was made, and the ids of its cadres in order."""

    name: str
    note: str
    made_at: str
    cadres: tuple[str, ...]


def keep_list(data: Path, name: str, cadres: Sequence[str], note: str = "") -> NamedList:
    """Keep a list under a new name, each cadre once. Raises InputError for a blank or taken name, or nobody in it."""
    called = _called(name)
    members = tuple(dict.fromkeys(cadres))
    if not members:
        raise InputError(_say("list_of_nobody"), hint=_say("list_of_nobody_hint"))
    try:
        with open_desk(data) as desk:
            desk.execute("INSERT INTO lists VALUES (?, ?, ?)", (called, note.strip(), now()))
            desk.executemany(
                "INSERT INTO members VALUES (?, ?, ?)", [(called, index, cadre) for index, cadre in enumerate(members)]
            )
    except sqlite3.IntegrityError as error:
        raise InputError(_say("list_name_taken", called=called), hint=_say("name_taken_hint")) from error
    return named_list(data, called)


def drop_list(data: Path, name: str) -> None:
    """Take a list away; raises NotFoundError where there is none."""
    named_list(data, name)
    with open_desk(data) as desk:
        desk.execute("DELETE FROM members WHERE list = ?", (name,))
        desk.execute("DELETE FROM lists WHERE name = ?", (name,))


def rename_list(data: Path, name: str, new: str) -> NamedList:
    """The list under another name; raises NotFoundError where there is none, InputError for a blank or taken name."""
    old, called = named_list(data, name), _called(new)
    if called == old.name:
        return old
    kept = keep_list(data, called, old.cadres, old.note)
    drop_list(data, old.name)
    return kept


def without(data: Path, name: str, cadres: Collection[str]) -> NamedList:
    """Take cadres off a list; raises InputError where nobody would be left."""
    left = [each for each in named_list(data, name).cadres if each not in cadres]
    if not left:
        raise InputError(
            _say("list_would_be_empty"),
            hint=_say("list_would_be_empty_hint"),
        )
    with open_desk(data) as desk:
        desk.execute("DELETE FROM members WHERE list = ?", (name,))
        desk.executemany("INSERT INTO members VALUES (?, ?, ?)", [(name, at, cadre) for at, cadre in enumerate(left)])
    return named_list(data, name)


def all_lists(data: Path) -> list[NamedList]:
    """Every list, by name."""
    with open_desk(data) as desk:
        rows = desk.execute("SELECT * FROM lists ORDER BY name").fetchall()
        return [_list(desk, row) for row in rows]


def named_list(data: Path, name: str) -> NamedList:
    """The list of this name; raises NotFoundError where there is none."""
    with open_desk(data) as desk:
        row = desk.execute("SELECT * FROM lists WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise NotFoundError(_say("no_such_list", name=name), hint=_say("no_such_list_hint"))
        return _list(desk, row)


def combine(data: Path, operation: Operation, first: str, second: str, name: str, note: str = "") -> NamedList:
    """A new list of the cadres in either list, in both, or in the first and not in the second, in the first's order."""
    one, other = named_list(data, first).cadres, named_list(data, second).cadres
    chosen = {
        "union": [*one, *other],
        "intersection": [cadre for cadre in one if cadre in set(other)],
        "difference": [cadre for cadre in one if cadre not in set(other)],
    }
    if operation not in chosen:
        raise InputError(_say("no_such_operation", operation=operation), hint=there_are(chosen))
    return keep_list(data, name, chosen[operation], note)


def _list(desk: sqlite3.Connection, row: sqlite3.Row) -> NamedList:
    members = desk.execute("SELECT cadre FROM members WHERE list = ? ORDER BY position", (row["name"],)).fetchall()
    return NamedList(row["name"], row["note"], row["made_at"], tuple(each["cadre"] for each in members))


def _called(name: str) -> str:
    called = " ".join(name.split())
    if not called or len(called) > _LONGEST or called.startswith(PREFIX) or "," in called:
        raise InputError(_say("bad_list_name", called=called[:80]), hint=_say("bad_list_name_hint", longest=_LONGEST))
    return called
