"""Rows on their way into the work-record workbooks: by workbook, by sheet, by heading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from demo.draw import Draw, table
from demo.life import Person
from demo.months import dashed
from demo.places import City

Cells = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Book:
    """One workbook: who filled it in, for which period, when."""

    name: str
    issuer: str
    period: str
    filled_on: str
    filled_by: str


@dataclass(slots=True)
class Rows:
    """All rows of a city by workbook and sheet, in the order they were made."""

    books: dict[str, Book] = field(default_factory=dict)
    rows: dict[str, dict[str, list[Cells]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def add(self, book: Book, sheet: str, cells: Cells) -> None:
        """One row on a sheet of a workbook."""
        self.books.setdefault(book.name, book)
        self.rows[book.name][sheet].append(cells)


def who(person: Person, prefix: str = "") -> dict[str, str]:
    """The columns that name a cadre."""
    return {f"{prefix}姓名": person.name, f"{prefix}出生年月": dashed(person.birth)}


def filled(draw: Draw, text: str, city: City, **more: object) -> str:
    """A fragment with its places and numbers: {v} village, {p} project, {r} road, {n} and {k} numbers, {c} county."""
    places = table("places")
    values: dict[str, object] = {
        "v": draw.choice(places["villages"]) + "村",
        "p": draw.choice(places["projects"]),
        "r": draw.choice(places["roads"]),
        "n": draw.randint(11, 68),
        "k": draw.randint(2, 9),
        "month": draw.randint(8, 11),
        "m": city.full,
        "c": draw.choice(city.counties).full,
    }
    return text.format(**values | more)
