"""Excel: one sheet with title, marks, headings that stay in sight, and texts that stay texts."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Final
from unicodedata import east_asian_width

from export.results import Table, flat
from export.workbook import heading_format, open_workbook, title_format

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_WIDEST: Final = 60
_MOST_CHARACTERS: Final = 32_767
"""Longest text Excel keeps in a cell."""


def write(table: Table) -> bytes:
    """The workbook's bytes."""
    headings, rows = flat(table)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "result.xlsx"
        with open_workbook(path) as book:
            sheet = book.add_worksheet("结果")
            for index, heading in enumerate(headings):
                sheet.set_column(index, index, _width(heading, [row[index] for row in rows[:200]]))
            sheet.write_string(0, 0, table.title, title_format(book))
            for line, mark in enumerate(table.marks, 1):
                sheet.write_string(line, 0, mark)
            first = len(table.marks) + 1
            for index, heading in enumerate(headings):
                sheet.write_string(first, index, heading, heading_format(book))
            sheet.freeze_panes(first + 1, 0)
            for number, row in enumerate(rows, first + 1):
                _write_row(sheet, number, row)
        return path.read_bytes()


def _write_row(sheet: Any, number: int, row: list[Any]) -> None:  # noqa: ANN401 - xlsxwriter has no types
    for index, cell in enumerate(row):
        if isinstance(cell, (int, float)):
            sheet.write_number(number, index, cell)
        elif cell:
            sheet.write_string(number, index, cell[:_MOST_CHARACTERS])


def _width(heading: str, cells: list[Any]) -> float:
    """Columns as wide as their longest text, within bounds; a Chinese character takes two places."""
    longest = max((_places(str(cell)) for cell in [heading, *cells]), default=8)
    return min(_WIDEST, max(8, longest + 2))


def _places(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
