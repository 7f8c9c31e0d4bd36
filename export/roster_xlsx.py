"""A roster as an Excel sheet: title, marking, heads of two lines where columns belong together, ready to print."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from export.marking import Marking
from export.rosters import Cell, Column, Roster
from export.workbook import CellFormat, Sheet, heading_format, open_workbook, title_format

_MOST: Final = 32_767
"""Longest text Excel keeps in a cell."""
_A4: Final = 9


def render_roster(roster: Roster, marking: Marking) -> bytes:
    """The workbook's bytes; every text stays a text."""
    content = io.BytesIO()
    with open_workbook(content, constant_memory=False, title=roster.title) as book:
        sheet = book.add_worksheet(roster.title)
        last = len(roster.columns) - 1
        sheet.merge_range(0, 0, 0, last, "", None)
        sheet.write_string(0, 0, roster.title, title_format(book))
        sheet.write_string(1, 0, marking.line())
        sheet.write_string(2, 0, roster.note)
        head = heading_format(book)
        head.set_align("center")
        _write_heads(sheet, roster.columns, head)
        for column, each in enumerate(roster.columns):
            sheet.set_column(column, column, each.width)
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
        for number, row in enumerate(roster.rows, start=_FIRST):
            for column, value in enumerate(row):
                _write(sheet, number, column, value, cell)
        _set_up_print(sheet, marking)
    return content.getvalue()


_HEAD: Final = 3
_FIRST: Final = 5


def _write_heads(sheet: Sheet, columns: tuple[Column, ...], head: CellFormat) -> None:
    """Heads of two lines: a column without a group reaches over both."""
    for first, last, group in _groups(columns):
        if not group:
            for column in range(first, last + 1):
                sheet.merge_range(_HEAD, column, _HEAD + 1, column, "", head)
                sheet.write_string(_HEAD, column, columns[column].heading, head)
            continue
        if last > first:
            sheet.merge_range(_HEAD, first, _HEAD, last, "", head)
        sheet.write_string(_HEAD, first, group, head)
        for column in range(first, last + 1):
            sheet.write_string(_HEAD + 1, column, columns[column].heading, head)


def _groups(columns: tuple[Column, ...]) -> Iterator[tuple[int, int, str]]:
    for group, some in groupby(range(len(columns)), lambda index: columns[index].group):
        indexes = list(some)
        yield indexes[0], indexes[-1], group


def _write(sheet: Any, row: int, column: int, value: Cell, cell: CellFormat) -> None:  # noqa: ANN401
    if isinstance(value, int):
        sheet.write_number(row, column, value, cell)
    elif value:
        sheet.write_string(row, column, value if len(value) <= _MOST else f"{value[: _MOST - 1]}…", cell)
    else:
        sheet.write_blank(row, column, None, cell)


def _set_up_print(sheet: Sheet, marking: Marking) -> None:
    sheet.freeze_panes(_FIRST, 2)
    sheet.repeat_rows(_HEAD, _HEAD + 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    footer = marking.line().replace("&", "&&")
    sheet.set_footer(f"&L&8{footer[:200]}&R&8&P / &N")
