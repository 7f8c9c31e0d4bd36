"""Dates that are told roughly (`c. 1950`, `Ende 2018`), and days that stand for none (`9999-12-31`, `0000-00-00`).

All words are data (`data/rough_dates.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final, Literal

from ingest.clean.values import ValueProblem
from ingest.mapping.messages import tell
from ingest.mapping.words import data, fold

Stands = Literal["open", "nothing", "doubtful"]
_STANDS: Final[tuple[Stands, ...]] = ("open", "nothing", "doubtful")
_CLOCK: Final = re.compile(r"(?<=\d)[T ]0{1,2}:00(?::00(?:\.0+)?)?\s*(?:Z|[+-]00:?00)?$")
_AFTER: Final = r"(?P<rest>.*\d.*?)"
_OPEN_END: Final = re.compile(rf"{_AFTER}\s*[-–—~～至]+")
_OPEN_START: Final = re.compile(rf"[-–—~～至]+\s*{_AFTER}")


def stands_for(text: str) -> Stands | None:
    """What a day that is none stands for; None for any other text."""
    return _stand_ins().get(fold(_CLOCK.sub("", text.strip())))


@cache
def _stand_ins() -> dict[str, Stands]:
    return {fold(each): name for name in _STANDS for each in data("rough_dates")[name]}


def read_roughly(text: str, dates: Callable[[str], str], *, name: str | None) -> str:
    """The date in a text with words around it; `name` is the property that it is for.

    Raises ValueProblem: without a value for what is no date all the same, with one where it is not exact.
    """
    exact = {"start": (_OPEN_END, _words("since")), "end": (_OPEN_START, _words("until"))}.get(name or "", ())
    for pattern in exact:
        if found := pattern.fullmatch(text.strip()):
            return dates(_rest(found))
    for kind in ("about", "part"):
        if found := _words(kind).fullmatch(text.strip()):
            day = dates(_rest(found))
            raise ValueProblem("rough-date", tell(f"rough-date-{kind}", value=text, day=day), day)
    return dates(text)


def tells_an_end(text: str) -> bool:
    """Whether a text is a date that something ended, by a word or a dash before it: `until 2018`, `– 2018`."""
    text = text.strip()
    by_word = _words("until").fullmatch(text) and not _words("since").fullmatch(text)
    return bool(by_word or _OPEN_START.fullmatch(text))


def _rest(found: re.Match[str]) -> str:
    return next(each for name, each in found.groupdict().items() if name.startswith("rest") and each).strip(" ,[]")


@cache
def _words(name: str) -> re.Pattern[str]:
    """A date after one of the words, or before it; a word of letters stands apart from letters."""
    words = "|".join(map(_as_word, sorted(data("rough_dates")[name], key=len, reverse=True)))
    before = rf"[\[(]?(?:{words})[\s.]*(?:(?:de|of|des|le|the|dem|den|el|il)\s+)?(?P<rest>.*\d.*)"
    behind = rf"(?P<rest_before>.*\d.*?)\s*(?:{words})[\])]?"
    return re.compile(rf"{before}|{behind}", re.IGNORECASE)


def _as_word(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", r"\s+")
    return rf"{escaped}(?![^\W\d_])" if word.isascii() and word[-1].isalpha() else escaped
