"""Every spelling of a date in official forms, read as text that is exactly as precise as the source.

Spellings: 干部任免审批表 (yyyyMM, yyyyMMdd), résumés (yyyy.MM, yyyy.M, yyyy), workbooks (yyyy-MM-dd, yyyy/M/d),
Chinese (1999年5月). A month is never made up where only a year is written.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from graph.errors import InputError
from graph.model.words import Both, sayings

_say: Final = sayings("ingest.clean")

FIRST_YEAR = 1900
LAST_YEAR = 2199

# One date inside normalised text; its only group is the separator, which must be the same before month and day.
DATE_PATTERN = (
    r"(?<!\d)(?:\d{4})(?:"
    r"\s?([.\-/、·])\s?\d{1,2}(?!\d)(?:\s?\{sep}\s?\d{1,2}(?!\d))?"
    r"|年(?:\s?\d{1,2}月(?:\s?\d{1,2}日)?)?"
    r"|\d{2}(?:\d{2})?(?!\d)"
    r")?(?!\d)"
)

WIDE = str.maketrans("０１２３４５６７８９．－／", "0123456789.-/")
"""Digits and signs of dates in full width, to be translated."""
_SPELLINGS = (
    re.compile(r"(\d{4})年?"),
    re.compile(r"(\d{4})\s?([.\-/、·])\s?(\d{1,2})(?:\s?\2\s?(\d{1,2}))?\.?"),
    re.compile(r"(\d{4})年\s?(\d{1,2})月?(?:(?<=月)\s?(\d{1,2})日?)?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})?"),
)
_CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")


SURE_SERIAL = 31_048
"""1985-01-01 as a workbook counts days: a smaller bare number may as well be a year and a month ill written (20191)."""


def day_of_serial(days: int) -> str:
    """The day that a workbook keeps as so many days since 1899-12-30."""
    return (date(1899, 12, 30) + timedelta(days=days)).isoformat()


class DateError(InputError):
    """A text that should be a date and is not; the message names it and says how to write it.

    `impossible` is whether it is written as a date, of a day there is not.
    """

    def __init__(self, message: Both, *, hint: Both, impossible: bool) -> None:
        super().__init__(message, hint=hint)
        self.impossible = impossible


def pattern(separator_group: int) -> str:
    """The regular expression of one date, for use inside a larger expression.

    `separator_group` is the number its only group gets in that expression, so that 2011.09-2 is not read as a day.
    """
    return DATE_PATTERN.replace("{sep}", str(separator_group))


def _refuse(value: str, cause: str = "no-such-form-of-date", **values: int) -> DateError:
    told = _say(cause, value=value, **values)
    return DateError(told, hint=_say("date-written"), impossible=cause in ("date-of-no-month", "date-of-no-day"))


def _compose(value: str, year: int, month: int | None, day: int | None) -> str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _refuse(value, "date-out-of-years", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        raise _refuse(value, "date-of-no-month", month=month)
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= monthrange(year, month)[1]:
        raise _refuse(value, "date-of-no-day", day=day)
    return f"{year:04d}-{month:02d}-{day:02d}"


@lru_cache(maxsize=8192)
def parse_date(value: str) -> str:
    """Return `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as `value`; a time of day after the date is left out.

    Raises DateError for anything else, an impossible month or day, or a year outside 1900-2199.
    """
    text = _CLOCK.sub("", value.translate(WIDE).strip())
    for spelling in _SPELLINGS:
        if found := spelling.fullmatch(text):
            numbers = [int(part) for part in found.groups() if part and part.isdigit()]
            year, month, day = (*numbers, None, None)[:3]
            return _compose(value, year or 0, month, day)
    raise _refuse(value)


def truncate(first: str, second: str) -> tuple[str, str]:
    """Both dates at the coarser of their two precisions, so that 2008 and 2008-03 compare as equal."""
    length = min(len(first), len(second))
    return first[:length], second[:length]


def earlier(first: str, second: str) -> bool:
    """Whether one date is surely before another, as far as both are exact."""
    left, right = truncate(first, second)
    return left < right
