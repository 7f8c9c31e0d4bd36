"""A workbook whose bytes depend on nothing but its content; shared by the writers of Excel files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

# xlsxwriter has no types: these names say what is meant.
Book: TypeAlias = Any
Sheet: TypeAlias = Any
CellFormat: TypeAlias = Any

# xlsxwriter dates the parts of its archive by itself to 1980; only the document's own date would be the clock's.
_FIXED = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_LONGEST_DROP_DOWN = 255
_LAST_ROW = 20_000


@contextmanager
def system_errors() -> Iterator[None]:
    """Let the system's own OSError through where xlsxwriter wraps it."""
    try:
        yield
    except FileCreateError as error:
        raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error))) from error


@contextmanager
def open_workbook(path: Path | BinaryIO, *, constant_memory: bool = True, title: str = "") -> Iterator[Book]:
    """A new workbook at `path`, written row by row in bounded memory and closed at the end; texts stay texts.

    Without `constant_memory` cells may be written in any order, and merged over rows.

    Raises OSError where the system refuses the file.
    """
    options: dict[str, bool] = dict.fromkeys(("strings_to_numbers", "strings_to_formulas", "strings_to_urls"), False)
    options["constant_memory"] = constant_memory
    book = xlsxwriter.Workbook(str(path) if isinstance(path, Path) else path, options)
    title = title or (path.stem if isinstance(path, Path) else "")
    book.set_properties({"created": _FIXED, "author": "", "title": title})
    with system_errors():
        try:
            yield book
        finally:
            book.close()


def title_format(book: Book) -> CellFormat:
    """The look of a sheet's title."""
    return book.add_format({"bold": True, "font_size": 14})


def heading_format(book: Book) -> CellFormat:
    """The look of a row of headings."""
    return book.add_format({"bold": True, "border": 1, "bg_color": "#E8EDF2", "text_wrap": True, "valign": "vcenter"})


def add_drop_down(sheet: Sheet, first_row: int, column: int, choices: Sequence[str]) -> None:
    """Offer `choices` in a column from `first_row` (0-based) on, other values allowed with a warning.

    A list whose text Excel cannot hold (255 characters) is left out: the notes of the workbook give it.
    """
    if choices and len(",".join(choices)) <= _LONGEST_DROP_DOWN:
        rule = {"validate": "list", "source": list(choices), "error_type": "warning"}
        sheet.data_validation(first_row, column, _LAST_ROW, column, rule)
