"""Short dates of workbooks: `76.06`, and what becomes of `76.10` where it is taken for a number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.errors import Place
from graph.model.words import sayings
from ingest.clean.values import Cell, cell_text, tidy
from ingest.drafts import FindingDraft

_say: Final = sayings("ingest.forms")
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


class ByRule:
    """The dates of a sheet that are read by rule and not as written: told once for all of a kind."""

    def __init__(self, today: str) -> None:
        self._today = today
        self._first: dict[str, tuple[Place, str]] = {}
        self._count: Counter[str] = Counter()

    def text(self, cell: Cell, place: Place, *, birth: bool) -> str | None:
        """The date of a cell written out, as `spell` does."""
        spelt = spell(cell, self._today, birth=birth)
        if spelt is None:
            return None
        for code, done in (("short-year", spelt.century), ("month-ten", spelt.october)):
            if done:
                self._first.setdefault(code, (place, tidy(cell_text(cell)) or ""))
                self._count[code] += 1
        return spelt.text

    def findings(self) -> Iterator[FindingDraft]:
        """What was done, each kind with the first place."""
        for code, (place, value) in self._first.items():
            yield FindingDraft(place, value, code, "info", _say(code, count=self._count[code]))
