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
POSTS: Final = "posts"
SEARCHED: Final = 12
"""Rows in which the headings are looked for."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OF_YEAR: Final = "assessment_of_year"
_SCHOOL: Final = "school"
_MODES: Final = ("full_time", "in_service")
_FEWEST: Final = {PEOPLE: 3, UNITS: 2, POSTS: 3}
_NAMED: Final = {PEOPLE: "name", UNITS: "name", POSTS: "title"}
"""The field that tells what a row is about."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its field, the heading as written and, for the result of one year, that year."""

    index: int
    field: str
    heading: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Heads:
    """What a table is about (`people`, `units` or `posts`), its last line of headings by its number, its columns."""

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
    return frozenset(pair[0] for pair in pairs) | _words("counted") | set(table()["year_of_assessment"]["over"])


def is_counted(heading: str) -> bool:
    """Whether a column says what the graph counts by itself, such as how many posts are filled."""
    parts = _key(heading).split("/")
    return (
        any(part.startswith(tuple(_words("counted"))) for part in parts) or _key(heading) in table()["counted"]["whole"]
    )


def _key(text: str) -> str:
    return "/".join(heading_key(part) for part in text.split("/"))


def find_heads(rows: Sequence[Sequence[Cell]]) -> Heads | None:
    """The headings that make most sense among the first rows; None where the sheet is no roster and no such table."""
    best: Heads | None = None
    for kind in _FEWEST:
        for first in range(min(SEARCHED, len(rows))):
            found = _heads_at(kind, first, rows)
            if found and _is_enough(found) and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best


def _is_enough(heads: Heads) -> bool:
    if not heads.has(_NAMED[heads.kind]) or len(heads.columns) < _FEWEST[heads.kind]:
        return False
    if heads.kind == UNITS:
        return any(column.field.endswith("_quota") for column in heads.columns)
    if heads.kind == POSTS:
        named = any(_known(PEOPLE).get(_key(heading)) == "name" for heading in heads.unknown)
        return heads.has("level", "headcount", "duties") and not named
    return heads.has("birth_month", "id_number", "current_post_text", "assessment", "assessment_of_year")


def _heads_at(kind: str, first: int, rows: Sequence[Sequence[Cell]]) -> Heads | None:
    upper = [_text(cell) for cell in rows[first]]
    lower = [_text(cell) for cell in rows[first + 1]] if first + 1 < len(rows) else []
    two = _is_second_line(kind, upper, lower)
    headings = _joined(upper, lower) if two else dict(enumerate(upper))
    columns: list[Column] = []
    unknown: dict[str, int] = {}
    doubled: list[str] = []
    taken: set[tuple[str, int | None]] = set()
    mode = _MODES[0]
    for index, heading in headings.items():
        if not heading:
            continue
        column = _column(kind, index, heading, mode)
        mode = next((each for each in _MODES if column and column.field.startswith(each)), mode)
        if column is None:
            unknown.setdefault(heading, index)
        elif (column.field, column.year) in taken:
            doubled.append(heading)
        else:
            taken.add((column.field, column.year))
            columns.append(column)
    return Heads(kind, first + (2 if two else 1), first, tuple(columns), unknown, tuple(doubled))


def _column(kind: str, index: int, heading: str, mode: str) -> Column | None:
    """The column of a heading; a school that does not say of which education it is belongs to the one before it."""
    key = _key(heading)
    upper, _, lower = key.rpartition("/")
    field = _known(kind).get(key) or (_known(kind).get(lower) if upper in _words("grouping") else None)
    if field:
        return Column(index, f"{mode}_{field}" if field == _SCHOOL else field, heading)
    year = _YEAR.search(key)
    if kind == PEOPLE and year and _of_year().fullmatch(key.replace(year[0], "", 1)):
        return Column(index, _OF_YEAR, heading, int(year[0]))
    return None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_key(word) for word in table()[name]["words"])


@cache
def _of_year() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(table()['year_of_assessment']['words'])}|[/（）()])+|")


def _is_second_line(kind: str, upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the next line goes on with the headings: it fills what a merged heading above leaves empty."""
    for index, text in enumerate(lower):
        above = next((upper[at] for at in range(min(index, len(upper) - 1), -1, -1) if upper[at]), "")
        is_number = _YEAR.fullmatch(text[:4]) or text.isdecimal()
        if text and _key(above) in _upper_words() and not is_number:
            return True
        if text and _key(above) in _upper_words() and (index >= len(upper) or not upper[index]):
            return True
    return _fills_gaps(kind, upper, lower)


def _fills_gaps(kind: str, upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the next line names nobody and holds nothing but words, some of them where the headings leave gaps."""
    named = [index for index, text in enumerate(upper) if text and _known(kind).get(_key(text)) == _NAMED[kind]]
    texts = {index: text for index, text in enumerate(lower) if text}
    gaps = [index for index in texts if index < len(upper) and not upper[index] and any(upper[:index])]
    is_words = not any(re.search(r"\d", _YEAR.sub("", text)) for text in texts.values())
    return bool(named and gaps) and is_words and not any(index in texts for index in named)


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
