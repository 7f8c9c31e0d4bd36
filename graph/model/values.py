"""Partial dates as text (`2008`, `2008-03`, `2008-03-15`) and what can be computed with them."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTIAL = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


def is_partial_date(text: str) -> bool:
    """Whether the text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    return bool(_PARTIAL.fullmatch(text))


@lru_cache(maxsize=1 << 14)
def first_day(date: str) -> str:
    """The first day a partial date may mean: `2008` -> `2008-01-01`."""
    return date + "-01-01"[(len(date) - 4) :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """The last day a partial date may mean: `2008` -> `2008-12-31`."""
    month = f"{date}-12" if len(date) == 4 else date
    return f"{month}-{_month_days(month_index(month)):02d}" if len(month) == 7 else month


@lru_cache(maxsize=1 << 14)
def month_index(date: str) -> int:
    """Months since year 0 of the first month a partial date may mean."""
    return int(date[:4]) * 12 + (int(date[5:7]) - 1 if len(date) >= 7 else 0)


def months_between(start: str, end: str) -> int:
    """Whole months of the half-open interval [start, end); never negative; a month that lacks days does not count."""
    lacking = first_day(end)[8:] < first_day(start)[8:]
    return max(0, month_index(end) - month_index(start) - lacking)


def add_months(date: str, months: int) -> str:
    """The partial date so many months later.

    As exact as the given one (a day past the month's end becomes its last).
    """
    if len(date) == 4:
        return f"{int(date) + months // 12:04d}"
    index = month_index(date) + months
    month = f"{index // 12:04d}-{index % 12 + 1:02d}"
    return month if len(date) == 7 else f"{month}-{min(int(date[8:]), _month_days(index)):02d}"


def _month_days(index: int) -> int:
    year, month = index // 12, index % 12 + 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (29 if leap else 28) if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def completed_years(birth: str, day: str) -> int:
    """Age in completed years at month granularity (domain.md 1a.3): the birth month itself completes the year."""
    return max(0, month_index(day) - month_index(birth)) // 12
