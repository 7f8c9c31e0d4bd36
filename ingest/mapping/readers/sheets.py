"""One sheet of a workbook as a table."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.model.words import listed
from ingest.clean.values import Cell
from ingest.clean.workbooks import open_workbook, read_rows, seen_first
from ingest.errors import SourceError
from ingest.mapping.messages import tell
from ingest.mapping.model import ReadSpec
from ingest.mapping.readers.base import OpenTable, all_columns, as_mappings
from ingest.mapping.readers.groups import column_of_titles
from ingest.mapping.readers.heads import SEARCHED, Head, find_head


def open_sheet(path: Path, read: ReadSpec, wanted: Collection[str]) -> OpenTable:
    """The sheet that the mapping names, or the first that holds two rows; its head found."""
    with open_workbook(path) as book:
        names = seen_first(book)
        first = {name: _first(path, name) for name in ([read.sheet] if read.sheet in names else names)}
    sheet = _chosen(read.sheet, names, first)
    head = find_head(first[sheet], wanted, read.header, read.columns or ())
    told = tell("read-as-sheet", sheet=sheet, header=listed(head.rows))
    others = tuple(name for name in names if name != sheet and len(first.get(name, ())) > 1)
    settings: dict[str, Any] = {} if names == [sheet] else {"sheet": sheet}
    if head.rows != (1,):
        settings["header"] = head.rows[0] if len(head.rows) == 1 else list(head.rows)
    if merged := _merged_downwards(path, sheet, head):
        settings["fill_down"] = merged
    if groups := column_of_titles(first[sheet][head.skipped :], head.columns):
        settings["groups"] = groups
    rows = _rows(path, sheet, head.columns, head.skipped, read)
    return OpenTable(
        all_columns(head.columns, read), head.rows, told, rows, sheet=sheet, unread_sheets=others, settings=settings
    )


def _first(path: Path, sheet: str) -> Sequence[Sequence[Cell]]:
    with open_workbook(path) as book:
        return list(itertools.islice(read_rows(path, book, sheet), SEARCHED))


def _chosen(said: str | None, names: Sequence[str], first: Mapping[str, Sequence[object]]) -> str:
    if said is not None:
        if said not in names:
            raise SourceError(tell("no-such-sheet", sheet=said, sheets=listed(names)))
        return said
    filled = [name for name in names if len(first[name]) > 1]
    if not filled:
        raise SourceError(tell("no-header"))
    return filled[0]


def _merged_downwards(path: Path, sheet: str, head: Head) -> list[str]:
    """The columns in which cells below the head are merged downwards: the lower ones have the value of the first."""
    with open_workbook(path) as book:
        opened = book.get_sheet_by_name(sheet)
        ranges = opened.merged_cell_ranges or ()
    wide = (start[1] for start, end in ranges if start[0] >= head.skipped and end[0] > start[0] and start[1] == end[1])
    return [head.columns[number] for number in sorted(set(wide)) if number < len(head.columns)]


def _rows(
    path: Path, sheet: str, columns: Sequence[str], skipped: int, read: ReadSpec
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    with open_workbook(path) as book:
        numbered = enumerate(read_rows(path, book, sheet), start=1)
        yield from as_mappings(columns, itertools.islice(numbered, skipped, None), read)
