"""What an import would change, record by record, kept beside the files that wait: a page of it is read at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from graph.store.facts import Fact
from ingest.diff import Difference, says_the_same
from ingest.undo_report import short_name

KINDS: Final = ("new", "changed", "conflicting", "removed")

_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS record "
    "(id TEXT PRIMARY KEY, kind TEXT, label TEXT, name TEXT, subject TEXT, told TEXT); "
    "CREATE INDEX IF NOT EXISTS by_kind ON record (kind, label, name, id)"
)
_KEPT: Final = "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?)"
_BOOK_KEEPING: Final = frozenset(
    {"id", "subject", "alternatives", "disputed", "status", "derived", "pinyin", "initials"}
)


@dataclass(frozen=True)
class Foreseen:
    """One record that would be made, changed or taken away; `told` gives old and new value by property."""

    id: str
    kind: str
    label: str
    name: str
    subject: str
    told: tuple[tuple[str, Any, Any], ...]


class Collector:
    """Writes down each difference that an import shows; use it as a context manager, in the thread that imports."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.count = 0

    def __enter__(self) -> Self:
        self._path.unlink(missing_ok=True)
        self._base = sqlite3.connect(self._path)
        self._base.executescript(_TABLE)
        return self

    def __exit__(self, *error: object) -> None:
        self._base.commit()
        self._base.close()

    def watch(self, difference: Difference) -> None:
        """Take one portion into account."""
        rows = list(_rows(difference))
        self._base.executemany(_KEPT, rows)
        self.count += len(rows)


def _rows(difference: Difference) -> Iterator[tuple[str, ...]]:
    for fact in (*difference.created, *(new for _, new in difference.filled)):
        yield _row("conflicting" if fact.values.get("disputed") else "new", fact, {}, fact.values)
    for old, new in difference.changed:
        if not says_the_same(old, new):
            grown = set(new.values.get("disputed") or ()) - set(old.values.get("disputed") or ())
            yield _row("conflicting" if grown else "changed", new, old.values, new.values)
    for fact in difference.removed:
        yield _row("removed", fact, fact.values, {})


def _row(kind: str, fact: Fact, old: dict[str, Any], new: dict[str, Any]) -> tuple[str, ...]:
    disputed = set(new.get("disputed") or ())
    names = [name for name in {**old, **new} if name not in _BOOK_KEEPING]
    told = [
        (name, old.get(name), new.get(name))
        for name in names
        if old.get(name) != new.get(name) or (kind == "conflicting" and name in disputed)
    ]
    told = [each for each in told if each[0] in disputed] if kind == "conflicting" and disputed else told
    subject = str((new or old).get("subject") or "")
    return fact.id, kind, fact.label, short_name(fact), subject, json.dumps(told, ensure_ascii=False)


class Preview:
    """What a collector wrote down; empty where nothing was."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def counts(self) -> list[tuple[str, str, int]]:
        """Kind, label and how many, of all records."""
        return self._read("SELECT kind, label, count(*) FROM record GROUP BY kind, label ORDER BY kind, label")

    def counts_of(self, labels: Collection[str]) -> tuple[list[tuple[str, str, int]], int]:
        """The counts of records of these labels, and how many more there are of others."""
        every = self.counts()
        mine = [each for each in every if each[1] in labels]
        return mine, sum(each[2] for each in every) - sum(each[2] for each in mine)

    def records(self, kind: str, labels: Sequence[str], skip: int, limit: int) -> list[Foreseen]:
        """Some records of a kind and of these labels, by label and name."""
        marks = ",".join("?" * len(labels))
        text = f"SELECT * FROM record WHERE kind = ? AND label IN ({marks}) ORDER BY label, name, id LIMIT ? OFFSET ?"  # noqa: S608 - question marks only
        rows = self._read(text, kind, *labels, limit, skip)
        return [
            Foreseen(each, kind, label, name, subject, tuple(map(tuple, json.loads(told))))
            for each, kind, label, name, subject, told in rows
        ]

    def names(self, ids: Sequence[str]) -> dict[str, str]:
        """What those of these records are called that the import itself would make."""
        marks = ",".join("?" * len(ids))
        return dict(self._read(f"SELECT id, name FROM record WHERE id IN ({marks})", *ids))  # noqa: S608 - as above

    def _read(self, text: str, *params: object) -> list[Any]:
        if not self._path.exists():
            return []
        with closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)) as base:
            return base.execute(text, params).fetchall()
