"""What of a cell no pattern has read: where cells are cut by patterns, a part of another shape would be lost unseen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from graph.errors import Place
from ingest.mapping.findings import Findings
from ingest.mapping.messages import tell
from ingest.mapping.scope import Scope, shown_at
from ingest.mapping.words import data, fold

_WORD: Final = re.compile(r"[^\W_]+")
_BETWEEN: Final = " … "
Span = tuple[int, int]


@dataclass(slots=True)
class _Cell:
    column: str
    place: str | None
    read: list[Span]


@dataclass(slots=True)
class Leftovers:
    """The cells of the row in hand that patterns make records of, and what of each was read by whatever value."""

    lines: Mapping[str, int | None] = field(default_factory=dict)
    """The columns that are cut by patterns, with the line of the mapping that says so; without any, nothing is kept."""
    _cells: dict[str, _Cell] = field(default_factory=dict)
    _read: dict[str, list[Span]] = field(default_factory=dict)

    def cut(self, column: str, text: str, spans: Iterable[Span], scope: Scope) -> None:
        """Note what a pattern that makes records found in a cell; of columns that are not looked at, nothing."""
        if column not in self.lines:
            return
        cell = self._cells.setdefault(text, _Cell(column, shown_at(scope, column), []))
        cell.read += spans

    def read(self, text: str, span: Span) -> None:
        """Note what a value took of a text, or what was handed to records part by part."""
        if self.lines:
            self._read.setdefault(text, []).append(span)

    def tell(self, findings: Findings, row: int, sheet: str | None, *, hidden: bool) -> None:
        """A finding for each cell of which something was left, and on to the next row; `hidden` shows none of it."""
        for text, cell in self._cells.items():
            left = list(_left(text, [*cell.read, *self._read.get(text, ())]))
            if left:
                place = Place(sheet=sheet, row=row, column=cell.place)
                shown = "" if hidden else _BETWEEN.join(left)
                findings.add(place, shown, "not-matched", tell("not-matched"), line=self.lines.get(cell.column))
        self._cells.clear()
        self._read.clear()


def _left(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """The parts of a text outside of the spans that say something: marks, and words that only join, do not."""
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        part = text[at:start]
        if at < start and any(fold(word) not in _joining() for word in _WORD.findall(part)):
            yield part.strip()
        at = max(at, end)


@cache
def _joining() -> frozenset[str]:
    return frozenset(map(fold, data("words")["joining"]))
