"""The official Excel collection workbook (信息采集表): one sheet an information set, read by heading (domain.md 1b)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from export.workbook import Book, add_drop_down, heading_format, open_workbook, title_format
from graph.errors import InputError
from graph.model.codes import code_list
from graph.model.data_files import load_toml
from graph.model.words import sayings

_say: Final = sayings("export")

Row = Mapping[str, str]

_HEADING_ROW = 1
_FIRST_ROW = 2
_PERSONS = "A01人员"
_NOTES = "填报说明"
_SCOPE = "{limit}人以下的信息交换；代码项填写代码名称，日期填6位或8位数字。"


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet: its headings in order, and the code list of each column that has a drop-down."""

    name: str
    headings: tuple[str, ...]
    codes: Mapping[str, str]


@cache
def layouts() -> Mapping[str, Layout]:
    """The sheets by name, in the official order, without 填报说明."""
    tables = _declared()["sheets"]
    return {name: Layout(name, tuple(table["headings"]), table.get("codes", {})) for name, table in tables.items()}


def _declared() -> Mapping[str, Any]:
    return load_toml(__package__, "collection_workbook.toml")


def write_collection_workbook(path: Path, rows: Mapping[str, Iterable[Row]], *, notes: Mapping[str, str]) -> None:
    """Write all sheets: title in row 1, headings in row 2, data from row 3; every value is text.

    `rows` are cells by heading for each sheet name (an absent sheet has headings only); `notes` go on 填报说明
    (reporting unit, date). KeyError for a sheet or heading that the workbook does not have; InputError from 2000
    persons on, as the official note says.
    """
    unknown = set(rows) - set(layouts())
    if unknown:
        raise KeyError(f"The collection workbook has no sheet {sorted(unknown)}.")
    with open_workbook(path) as book:
        _write_notes(book, notes)
        for layout in layouts().values():
            count = _write_sheet(book, layout, rows.get(layout.name, ()))
            if layout.name == _PERSONS:
                _check_size(path, count)


def _check_size(path: Path, persons: int) -> None:
    limit = int(_declared()["limit"])
    if persons >= limit:
        raise InputError(
            _say("too_many_for_collection_workbook", file=path.name, persons=persons),
            hint=_say("too_many_for_collection_workbook_hint", limit=limit),
        )


def _write_notes(book: Book, notes: Mapping[str, str]) -> None:
    sheet = book.add_worksheet(_NOTES)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, f"{_declared()['title']}{_NOTES}", title_format(book))
    lines = [
        *notes.items(),
        ("适用范围", f"{_declared()['limit']}人以下的信息交换；代码项填写代码名称，日期填6位或8位数字。"),
    ]
    lines += [(heading, "、".join(code_list(codes).names)) for heading, codes in _code_columns()]
    for row, (name, text) in enumerate(lines, 1):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, text)


def _code_columns() -> list[tuple[str, str]]:
    return [(heading, codes) for layout in layouts().values() for heading, codes in layout.codes.items()]


def _write_sheet(book: Book, layout: Layout, rows: Iterable[Row]) -> int:
    sheet = book.add_worksheet(layout.name)
    sheet.set_column(0, len(layout.headings) - 1, 16)
    sheet.write_string(0, 0, layout.name, title_format(book))
    heading = heading_format(book)
    for column, name in enumerate(layout.headings):
        sheet.write_string(_HEADING_ROW, column, name, heading)
        add_drop_down(sheet, _FIRST_ROW, column, code_list(layout.codes[name]).names if name in layout.codes else ())
    sheet.freeze_panes(_FIRST_ROW, 2)
    place = {name: column for column, name in enumerate(layout.headings)}
    number = 0
    for number, cells in enumerate(rows, 1):
        for name, text in cells.items():
            if text:
                sheet.write_string(_FIRST_ROW + number - 1, place[name], text)
    return number
