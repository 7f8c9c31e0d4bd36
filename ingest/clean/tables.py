"""Tables in sheets: the row of headings is found, columns are known by heading, and what nobody reads is noticed."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from graph.model.data_files import load_toml
from ingest.clean.text import comparable
from ingest.clean.values import Cell, cell_text, tidy

_SEARCHED: Final = 12
"""Rows in which the headings are looked for: a title, merged or not, and notes may stand above them."""


@cache
def _footer() -> re.Pattern[str]:
    words = load_toml(__package__, "tables.toml")["footer"]
    labels = "|".join(sorted(map(re.escape, words["labels"]), key=len, reverse=True))
    sums = "|".join(r"\s*".join(word) for word in words["sums"])
    return re.compile(rf"(?:{sums})$|(?:{labels})\d?\s*(?:[：:\s]|$)")


def is_footer(cells: Sequence[Cell]) -> bool:
    """Whether a row is one of sums, of signatures or a remark (合计, 填表人：…, 注：…), by its first text."""
    first = next((text for cell in cells if cell != "" and (text := tidy(cell_text(cell)))), "")
    return _footer().match(first) is not None


def heading_key(text: str) -> str:
    """A heading for comparing: widths made one, white space and marks of required columns gone."""
    return comparable(text).strip("*＊").removesuffix("（必填）").removesuffix("（选填）")


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headings: its number as the spreadsheet shows it, and the known heading of each column."""

    row: int
    columns: Mapping[str, int]
    doubled: tuple[str, ...]
    unknown: Mapping[str, int]


def find_header(rows: Sequence[Sequence[Cell]], known: Mapping[str, str]) -> Header | None:
    """The first of the rows with the most known headings; None where no row has two of them (or the only one there is).

    `known` maps the `heading_key` of every accepted spelling to the column's name.
    """
    best: Header | None = None
    for number, cells in enumerate(rows[:_SEARCHED], start=1):
        header = _header(number, cells, known)
        if best is None or len(header.columns) > len(best.columns):
            best = header
    enough = min(2, len(set(known.values())))
    return best if best and len(best.columns) >= enough else None


def _header(number: int, cells: Sequence[Cell], known: Mapping[str, str]) -> Header:
    columns: dict[str, int] = {}
    unknown: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for index, cell in enumerate(cells):
        text = (tidy(cell_text(cell)) or "") if cell != "" else ""
        if not text:
            continue
        name = known.get(heading_key(text))
        seen[name or text] += 1
        (columns if name else unknown).setdefault(name or text, index)
    doubled = tuple(name for name, count in seen.items() if count > 1)
    return Header(number, columns, doubled, unknown)


@dataclass(slots=True)
class Table:
    """The rows under a header; it remembers which of its columns hold something and which were read."""

    sheet: str
    header: Header
    rows: Iterable[tuple[int, Sequence[Cell]]]
    read: set[str] = field(default_factory=set)
    filled: set[str] = field(default_factory=set)

    def __iter__(self) -> Iterator[Row]:
        """The rows that hold anything, one at a time."""
        places = [*self.header.columns.items(), *self.header.unknown.items()]
        for number, cells in self.rows:
            texts = {name: text for name, index in places if index < len(cells) and (text := _text(cells[index]))}
            if texts:
                self.filled.update(texts)
                yield Row(self, number, texts)

    def unread(self) -> list[str]:
        """Columns that hold something but that nothing asked for, in their order; known after the rows were read."""
        order = [*self.header.columns, *self.header.unknown]
        return [name for name in order if name in self.filled and name not in self.read]


class Row(Mapping[str, str]):
    """One row: cells by heading, tidied, empty ones absent. Asking for a column marks it as read in its table."""

    __slots__ = ("_cells", "_table", "number")

    def __init__(self, table: Table, number: int, cells: Mapping[str, str]) -> None:
        self._table = table
        self._cells = cells
        self.number = number

    def __getitem__(self, column: str) -> str:
        self._table.read.add(column)
        return self._cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def left(self, columns: Collection[str]) -> dict[str, str]:
        """The filled cells of the columns that are not among these; it marks nothing as read."""
        return {name: text for name, text in self._cells.items() if name not in columns}


def numbered(rows: Iterable[Sequence[Cell]]) -> tuple[list[Sequence[Cell]], Iterator[tuple[int, Sequence[Cell]]]]:
    """The first rows, in which a header is looked for, and all rows with their number as the spreadsheet shows it."""
    stream = iter(rows)
    first = list(itertools.islice(stream, _SEARCHED))
    return first, enumerate(itertools.chain(first, stream), start=1)


def _text(cell: Cell) -> str | None:
    return None if cell == "" else tidy(cell_text(cell))
