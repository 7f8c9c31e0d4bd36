"""How far a sheet reaches: the reader fills the whole rectangle, so one stray cell at XFD1048576 takes a terabyte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from zipfile import ZipFile

_SHEETS: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
# over text without blanks and with one kind of quote; a literal beginning is what makes the search fast
_WIDE: Final = re.compile(rb'r="([A-Za-z]{2,7})\d')
_FAR: Final = re.compile(rb'r="[A-Za-z]{0,7}(\d{6,20})')
_ROW: Final = re.compile(rb'r="[A-Za-z]{0,7}(\d{1,20})')
_QUOTES: Final = bytes.maketrans(b"'", b'"')
_BLANKS: Final = b" \t\r\n"
_NARROW: Final = 26
_SHORT: Final = 99_999
_PIECE: Final = 1 << 20
_OVERLAP: Final = 64


def reaches(packed: ZipFile, most: int) -> bool:
    """Whether every sheet's rectangle, from the first cell to the farthest it names, has at most `most` cells.

    Read in pieces, in constant memory; rows are counted only where the columns make it needful.
    """
    return all(_area(packed, name, most) <= most for name in packed.namelist() if _SHEETS.fullmatch(name))


def _area(packed: ZipFile, name: str, most: int) -> int:
    """The cells of the rectangle, or an upper bound of them that is not above `most`."""
    columns, rows = _NARROW, _SHORT
    for piece in _pieces(packed, name):
        columns = max((columns, *map(_column, set(_WIDE.findall(piece)))))
        rows = max((rows, *map(int, set(_FAR.findall(piece)))))
    if columns * rows <= most:
        return columns * rows
    rows = max((int(row) for piece in _pieces(packed, name) for row in set(_ROW.findall(piece))), default=0)
    return columns * rows


def _pieces(packed: ZipFile, name: str) -> Iterator[bytes]:
    """The part in pieces that overlap, so that none cuts the only mention of a cell."""
    with packed.open(name) as part:
        tail = b""
        while raw := part.read(_PIECE):
            piece = tail + raw.translate(_QUOTES, _BLANKS)
            yield piece
            tail = piece[-_OVERLAP:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
