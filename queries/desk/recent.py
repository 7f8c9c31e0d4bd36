"""Favourite queries, and the runs of late."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from queries.desk import now, open_desk

KEPT: Final = 200
"""Runs remembered; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: the query, the parameters as they were given, rows returned, milliseconds, the instant."""

    name: str
    parameters: Mapping[str, Any]
    rows: int
    ms: float
    at: str


def remember_run(data: Path, name: str, parameters: Mapping[str, Any], rows: int, ms: float) -> None:
    """Remember a run; of the same query with the same parameters only the newest stays."""
    given = json.dumps({key: value for key, value in parameters.items() if value is not None}, ensure_ascii=False)
    with open_desk(data) as desk:
        desk.execute("DELETE FROM runs WHERE name = ? AND parameters = ?", (name, given))
        desk.execute(
            "INSERT INTO runs (name, parameters, rows, ms, at) VALUES (?, ?, ?, ?, ?)", (name, given, rows, ms, now())
        )
        desk.execute("DELETE FROM runs WHERE id NOT IN (SELECT id FROM runs ORDER BY id DESC LIMIT ?)", (KEPT,))


def recent_runs(data: Path, most: int = 20) -> list[Run]:
    """The runs of late, newest first."""
    with open_desk(data) as desk:
        rows = desk.execute("SELECT * FROM runs ORDER BY id DESC LIMIT ?", (most,)).fetchall()
    return [Run(row["name"], json.loads(row["parameters"]), row["rows"], row["ms"], row["at"]) for row in rows]


def set_favourite(data: Path, name: str, *, wanted: bool) -> None:
    """Add a query to the favourites, or take it out."""
    with open_desk(data) as desk:
        if wanted:
            desk.execute("INSERT OR IGNORE INTO favourites VALUES (?, ?)", (name, now()))
        else:
            desk.execute("DELETE FROM favourites WHERE name = ?", (name,))


def favourites(data: Path) -> tuple[str, ...]:
    """The names of the favourite queries, in the order in which they were added."""
    with open_desk(data) as desk:
        return tuple(row["name"] for row in desk.execute("SELECT name FROM favourites ORDER BY since, name"))
