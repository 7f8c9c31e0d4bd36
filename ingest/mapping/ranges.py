"""Cells that hold a start and an end (`2011–2017`, `с 01.03.2021 по настоящее время`), read for both.

A mapping says that a column is one of these by naming it for `start` and for `end`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final, Literal, TypeGuard

from ingest.mapping.model import Value
from ingest.mapping.rough_dates import tells_an_end
from ingest.mapping.words import data, means_now

Side = Literal["start", "end"]
Read = Callable[[str], str]

_YEAR: Final = re.compile(r"\d{4}")
_DIGIT: Final = re.compile(r"\d")
_DASH: Final = re.compile(r"\s*[–—~～]+\s*|\s+-+\s*|\s*-+\s+|-$|^-")
_HYPHEN: Final = re.compile("-")


def hold_both(values: Mapping[str, Value]) -> bool:
    """Whether the same column is named for the start and for the end."""
    start, end = values.get("start"), values.get("end")
    return start is not None and end is not None and start.column is not None and start.column == end.column


def is_side(name: str) -> TypeGuard[Side]:
    """Whether a property is the start or the end of something."""
    return name in ("start", "end")


def side_reader(read: Read, side: Side, *, open_end: str) -> Read:
    """The function that reads one side of such a cell; `open_end` is what an end that is left out reads as."""

    def value(text: str) -> str:
        for before, after in _parts(text):
            if side == "start":
                return read(before) if before else ""
            return read(after) if after else open_end
        if side == "start":
            return "" if tells_an_end(text) else read(text)
        return read(text) if tells_an_end(text) else open_end

    return value


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind a mark between two dates; an empty text where nothing does."""
    for found in (*_DASH.finditer(text), *_word_between().finditer(text), *_HYPHEN.finditer(text)):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        if found[0] == "-" and not (_YEAR.search(before) and _YEAR.search(after) and text.count("-") == 1):
            continue
        if means_now(text[found.start() :].strip()) and _DIGIT.search(before):
            yield before, text[found.start() :].strip()
        elif (_DIGIT.search(before) or not before) and (_DIGIT.search(after) or not after or means_now(after)):
            yield before, after


@cache
def _word_between() -> re.Pattern[str]:
    """A word between two dates: `2001 to 2005`, `с 2001 по 2005`, `2001年至2005年`."""
    words = sorted(data("rough_dates")["between"], key=len, reverse=True)
    joined = [each for each in words if each.lower() == each.upper()]  # of a writing without blanks between words
    apart = "|".join(re.escape(each) for each in words if each not in joined)
    return re.compile(rf"\s+(?:{apart})\s+|\s*(?:{'|'.join(joined)})\s*", re.IGNORECASE)
