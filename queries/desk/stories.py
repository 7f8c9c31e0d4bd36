"""Stories: an ordered set of saved pictures of relations, each with a note, to present and to print."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph.errors import InputError, NotFoundError
from graph.model.words import sayings
from queries.desk import now, open_desk

_say: Final = sayings("queries")

MOST_SCENES: Final = 60
_LONGEST: Final = 60
_LONGEST_NOTE: Final = 2000


@dataclass(frozen=True, slots=True)
class Scene:
    """One saved picture: its title, what is to be said of it, and its address as a query (`at=…&do=…`)."""

    title: str
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class Story:
    """Its name, what it is about, when it was made, and its scenes in order."""

    name: str
    note: str
    made_at: str
    scenes: tuple[Scene, ...]


def add_scene(data: Path, name: str, scene: Scene, note: str = "") -> Story:
    """Put a picture at the end of a story, which is made where there is none of this name.

    Raises InputError for a blank or too long name or title, and for a story that is full.
    """
    called, titled = _called(name), _called(scene.title)
    with open_desk(data) as desk:
        desk.execute("INSERT OR IGNORE INTO stories VALUES (?, ?, ?)", (called, note.strip()[:_LONGEST_NOTE], now()))
        count = desk.execute("SELECT count(*) FROM story_scenes WHERE story = ?", (called,)).fetchone()[0]
        if count >= MOST_SCENES:
            raise InputError(_say("story_full", most_scenes=MOST_SCENES), hint=_say("story_full_hint"))
        row = (called, count, titled, scene.note.strip()[:_LONGEST_NOTE], scene.address)
        desk.execute("INSERT INTO story_scenes VALUES (?, ?, ?, ?, ?)", row)
    return story(data, called)


def story(data: Path, name: str) -> Story:
    """The story of this name; raises NotFoundError where there is none."""
    with open_desk(data) as desk:
        row = desk.execute("SELECT * FROM stories WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise NotFoundError(
                _say("no_such_story", name=name[:80]),
                hint=_say("no_such_story_hint"),
            )
        return _story(desk, row)


def all_stories(data: Path) -> list[Story]:
    """Every story, by name."""
    with open_desk(data) as desk:
        rows = desk.execute("SELECT * FROM stories ORDER BY name").fetchall()
        return [_story(desk, row) for row in rows]


def put_scenes(data: Path, name: str, scenes: Sequence[Scene]) -> Story:
    """Let a story have these scenes and no others, in this order; raises NotFoundError where there is no such story."""
    kept = story(data, name)
    rows = [(kept.name, at, _called(e.title), e.note.strip()[:_LONGEST_NOTE], e.address) for at, e in enumerate(scenes)]
    with open_desk(data) as desk:
        desk.execute("DELETE FROM story_scenes WHERE story = ?", (kept.name,))
        desk.executemany("INSERT INTO story_scenes VALUES (?, ?, ?, ?, ?)", rows)
    return story(data, kept.name)


def moved(scenes: Sequence[Scene], at: int, by: int) -> list[Scene]:
    """The scenes with one of them so many places further on; at either end it stays."""
    order = list(scenes)
    if 0 <= at < len(order):
        one = order.pop(at)
        order.insert(min(max(at + by, 0), len(order)), one)
    return order


def drop_story(data: Path, name: str) -> None:
    """Take a story away; raises NotFoundError where there is none."""
    kept = story(data, name)
    with open_desk(data) as desk:
        desk.execute("DELETE FROM story_scenes WHERE story = ?", (kept.name,))
        desk.execute("DELETE FROM stories WHERE name = ?", (kept.name,))


def _story(desk: sqlite3.Connection, row: sqlite3.Row) -> Story:
    scenes = desk.execute(
        "SELECT title, note, address FROM story_scenes WHERE story = ? ORDER BY position", (row["name"],)
    ).fetchall()
    return Story(row["name"], row["note"], row["made_at"], tuple(Scene(**dict(each)) for each in scenes))


def _called(name: str) -> str:
    called = " ".join(name.split())
    if not called or len(called) > _LONGEST or "/" in called:
        raise InputError(_say("bad_name", each=called[:80]), hint=_say("bad_story_name_hint", longest=_LONGEST))
    return called
