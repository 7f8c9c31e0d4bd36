"""Opening workbooks that may be damaged, locked or made to exhaust the machine."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from graph.errors import Place
from graph.model.words import Both, sayings
from ingest.clean.extent import reaches
from ingest.clean.values import Cell
from ingest.errors import SourceError
from ingest.limits import check_size, limits

_say: Final = sayings("ingest.clean")
SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".et"})

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream of a workbook locked with a password, as its directory spells it (UTF-16).
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_NAME: Final = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?\bname=(\"[^\"]*\"|'[^']*')")
_DIRECTORY: Final = "xl/workbook.xml"
_MOST_DIRECTORY: Final = 1 << 20


def is_workbook(path: Path, head: bytes) -> bool:
    """Whether a file should be read as a workbook, by its name and its first bytes."""
    return path.suffix.lower() in SUFFIXES or (head.startswith(_ZIP) and b"xl/" in head)


def sheet_names(path: Path, head: bytes) -> tuple[str, ...]:
    """The sheets a workbook has, without reading them; empty where it cannot be opened."""
    try:
        if head.startswith(_ZIP):
            return _names_in_zip(path)
        if head.startswith(_OLE):
            with open_workbook(path) as book:
                return tuple(book.sheet_names)
    except (SourceError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return ()
    return ()


def _names_in_zip(path: Path) -> tuple[str, ...]:
    with zipfile.ZipFile(path) as packed:
        if _DIRECTORY not in packed.namelist():
            return _names_by_opening(path)
        with packed.open(_DIRECTORY) as directory:
            text = directory.read(_MOST_DIRECTORY)
    return tuple(unescape(name[1:-1].decode("utf-8", "replace")) for name in _NAME.findall(text))


def _names_by_opening(path: Path) -> tuple[str, ...]:
    with open_workbook(path) as book:
        return tuple(book.sheet_names)


@contextmanager
def open_workbook(path: Path) -> Iterator[CalamineWorkbook]:
    """The workbook, open; raises SourceError for one that is too large, a bomb, locked, damaged or none at all."""
    check_size(path, "workbook")
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_ZIP):
        _check_zip(path)
    elif not head.startswith(_OLE):
        raise _refuse(path, _say("not-a-workbook"), _say("save-as-xlsx"))
    elif _is_locked(path):
        raise _locked(path)
    with _plain_errors(path):
        book = CalamineWorkbook.from_path(str(path))
    with book:
        yield book


@contextmanager
def _plain_errors(path: Path) -> Iterator[None]:
    """What the reader raises, as a SourceError; its panics are no `Exception`."""
    try:
        yield
    except PasswordError as error:
        raise _locked(path) from error
    except CalamineError as error:
        raise _damaged(path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(path) from error


def seen_first(book: CalamineWorkbook) -> list[str]:
    """The sheets in their order, those that are hidden last."""
    seen = frozenset(seen_only(book))
    return sorted(book.sheet_names, key=lambda name: name not in seen)


def seen_only(book: CalamineWorkbook) -> list[str]:
    """The sheets that are not hidden."""
    return [each.name for each in book.sheets_metadata if each.visible is SheetVisibleEnum.Visible]


def read_rows(path: Path, book: CalamineWorkbook, sheet: str) -> Iterator[Sequence[Cell]]:
    """The rows of one sheet from the first on, one at a time; raises SourceError where it is damaged."""
    with _plain_errors(path):
        yield from book.get_sheet_by_name(sheet).iter_rows()


def read_rows_filled(path: Path, book: CalamineWorkbook, sheet: str, below: int) -> Iterator[Sequence[Cell]]:
    """The rows as `read_rows` has them; cells merged downwards below so many rows have the value of the first."""
    with _plain_errors(path):
        ranges = book.get_sheet_by_name(sheet).merged_cell_ranges or ()
    ends = {start: end[0] for start, end in ranges if start[0] >= below and end[0] > start[0] and start[1] == end[1]}
    held: dict[int, tuple[Cell, int]] = {}
    for number, cells in enumerate(read_rows(path, book, sheet)):
        filled = [*cells]
        for column in range(len(filled)) if ends else ():
            if (number, column) in ends:
                held[column] = filled[column], ends[number, column]
            elif filled[column] == "" and number <= held.get(column, ("", -1))[1]:
                filled[column] = held[column][0]
        yield filled


def _check_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise _damaged(path) from error
    most = limits()["zip"]
    unpacked = sum(part.file_size for part in parts)
    packed_size = max(1, path.stat().st_size)
    swollen = unpacked > most["ratio_from"] and unpacked / packed_size > most["ratio"]
    if len(parts) > most["parts"] or unpacked > most["unpacked"] or swollen:
        times = f"{unpacked / packed_size:,.0f}"
        message = _say("workbook-bomb", size=f"{unpacked / 1e6:,.0f}", times=times)
        raise _refuse(path, message, _say("workbook-distrusted"))
    if any(part.flag_bits & 1 for part in parts):
        raise _locked(path)
    _check_extent(path, most["cells"])


def _check_extent(path: Path, most: int) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            fits = reaches(packed, most)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise _damaged(path) from error
    if not fits:
        raise _refuse(path, _say("too-far", most=f"{most:,}"), _say("cut-empty-cells"))


def _is_locked(path: Path) -> bool:
    with path.open("rb") as file:
        return _LOCKED in file.read()


def _locked(path: Path) -> SourceError:
    return _refuse(path, _say("locked-workbook"), _say("unlock"))


def _damaged(path: Path) -> SourceError:
    return _refuse(path, _say("damaged-workbook"), _say("save-as-xlsx"))


def _refuse(path: Path, message: Both, hint: Both) -> SourceError:
    return SourceError(message, hint=hint, place=Place(file=path.name))
