"""The headings of a sheet: found under titles, put together from two lines where the upper one is merged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from graph.model.data_files import load_toml
from ingest.clean.tables import heading_key
from ingest.clean.values import Cell, cell_text, tidy

PEOPLE: Final = "people"
UNITS: Final = "units"
SEARCHED: Final = 12
"""Rows in which the headings are looked for."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEAR_KEY: Final = "{year}"
_FEWEST: Final = {PEOPLE: 3, UNITS: 2}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its field, the heading as written and, for the result of one year, that year."""

    index: int
    field: str
    heading: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Heads:
    """What a table is about (`people` or `units`), its last line of headings as the spreadsheet counts, its columns."""

    kind: str
    row: int
    first: int
    columns: tuple[Column, ...]
    unknown: Mapping[str, int]
    doubled: tuple[str, ...]

    def has(self, *fields: str) -> bool:
        """Whether any of the fields has a column."""
        return any(column.field in fields for column in self.columns)


def table() -> Mapping[str, Any]:
    """`headings.toml`."""
    return load_toml(__package__, "headings.toml")


@cache
def _known(kind: str) -> Mapping[str, str]:
    """Comparable heading -> field."""
    return {_key(heading): field for field, headings in table()[kind].items() for heading in headings}


@cache
def _upper_words() -> frozenset[str]:
    """Headings that stand over others."""
    pairs = (key.split("/") for kind in (PEOPLE, UNITS) for key in _known(kind) if "/" in key)
    return frozenset(pair[0] for pair in pairs) | {_key(word) for word in table()["counted"]["words"]}


def _key(text: str) -> str:
    return "/".join(heading_key(part) for part in text.split("/"))


def find_heads(rows: Sequence[Sequence[Cell]]) -> Heads | None:
    """The headings that make most sense among the first rows; None where the sheet is no roster and no such table."""
    best: Heads | None = None
    for kind in (PEOPLE, UNITS):
        for first in range(min(SEARCHED, len(rows))):
            found = _heads_at(kind, first, rows)
            if found and _is_enough(found) and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best


def _is_enough(heads: Heads) -> bool:
    if not heads.has("name") or len(heads.columns) < _FEWEST[heads.kind]:
        return False
    if heads.kind == UNITS:
        return any(column.field.endswith("_quota") for column in heads.columns)
    return heads.has("birth_month", "id_number", "current_post_text", "assessment", "assessment_of_year")


def _heads_at(kind: str, first: int, rows: Sequence[Sequence[Cell]]) -> Heads | None:
    upper = [_text(cell) for cell in rows[first]]
    lower = [_text(cell) for cell in rows[first + 1]] if first + 1 < len(rows) else []
    two = _is_second_line(upper, lower)
    headings = _joined(upper, lower) if two else dict(enumerate(upper))
    columns: list[Column] = []
    unknown: dict[str, int] = {}
    doubled: list[str] = []
    taken: set[tuple[str, int | None]] = set()
    for index, heading in headings.items():
        if not heading:
            continue
        column = _column(kind, index, heading)
        if column is None:
            unknown.setdefault(heading, index)
        elif (column.field, column.year) in taken:
            doubled.append(heading)
        else:
            taken.add((column.field, column.year))
            columns.append(column)
    return Heads(kind, first + (2 if two else 1), first, tuple(columns), unknown, tuple(doubled))


def _column(kind: str, index: int, heading: str) -> Column | None:
    key = _key(heading)
    if field := _known(kind).get(key):
        return Column(index, field, heading)
    year = _YEAR.search(key)
    if year and (field := _known(kind).get(key.replace(year[0], _YEAR_KEY))):
        return Column(index, field, heading, int(year[0]))
    return None


def _is_second_line(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the next line goes on with the headings: it fills what a merged heading above leaves empty."""
    for index, text in enumerate(lower):
        above = next((upper[at] for at in range(min(index, len(upper) - 1), -1, -1) if upper[at]), "")
        if text and _key(above) in _upper_words() and not _YEAR.fullmatch(text[:4]):
            return True
        if text and _key(above) in _upper_words() and (index >= len(upper) or not upper[index]):
            return True
    return False


def _joined(upper: Sequence[str], lower: Sequence[str]) -> dict[int, str]:
    joined: dict[int, str] = {}
    above = ""
    for index in range(max(len(upper), len(lower))):
        here, below = (line[index] if index < len(line) else "" for line in (upper, lower))
        above = here or (above if below else "")
        joined[index] = f"{above}/{below}" if above and below else above or below
    return joined


def _text(cell: Cell) -> str:
    return (tidy(cell_text(cell)) or "") if cell != "" else ""
