"""Short dates of rosters: `76.06`, and what a workbook makes of `76.10` where it takes it for a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.clean.values import Cell, cell_text, tidy

_SHORT: Final = re.compile(r"(\d{2})\s*[.\-/年·]\s*(\d{1,2})\s*(?:月|\.)?")
_NUMBER: Final = re.compile(r"(\d{2}|\d{4})\.1")
_YOUNGEST: Final = 16
"""Years of age below which nobody stands in a roster."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """A date as it is to be read, whether its century was put in by rule, and whether 10 may have been meant for 1."""

    text: str
    century: bool = False
    october: bool = False


def spell(cell: Cell, today: str, *, birth: bool) -> Spelt | None:
    """The date of a cell written out; other texts as they are; None for an empty cell.

    A year of two digits is the latest one that is not after `today`, for a birth the latest that makes an adult. A
    number `76.1` is October: January stands there as 76.01, and the number loses the nought of `76.10`.
    """
    text = tidy(cell_text(cell))
    if text is None:
        return None
    october = isinstance(cell, float) and _NUMBER.fullmatch(text) is not None
    if october:
        text += "0"
    found = _SHORT.fullmatch(text)
    if found is None:
        return Spelt(text, october=october)
    latest = int(today[:4]) - (_YOUNGEST if birth else 0)
    year = latest - (latest - int(found[1])) % 100
    if f"{year:04}-{int(found[2]):02}" > today[:7]:
        year -= 100
    return Spelt(f"{year:04}-{int(found[2]):02}", century=True, october=october)
