"""Years counted otherwise than from the birth of Christ, each a text turned into one of ours before it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from ingest.clean.values import ValueProblem
from ingest.mapping.messages import tell

MINGUO: Final = "minguo"
"""Years of the Republic of China, with their mark or without: `112.03.01`, `1120301`, `112年3月`."""
_MINGUO_MARKED: Final = re.compile(r"(?:中華)?(?:民國|民国)?\s*0?(?P<year>\d{1,3})(?P<rest>(?:\s*[年./-].*)?)")
_MINGUO_DIGITS: Final = re.compile(r"0?(?P<year>\d{2,3})(?P<rest>\d{4})|(?P<long>\d{3})(?P<month>\d{2})")
_BEFORE_MINGUO: Final = 1911
_BUDDHIST: Final = 543
_ERA_MARK: Final = re.compile(r"(?:พ\.?ศ\.?|B\.?E\.?)\s*", re.IGNORECASE)
_FOUR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_JALALI: Final = re.compile(r"(?P<year>\d{4})(?:[/.\-](?P<month>\d{1,2})(?:[/.\-](?P<day>\d{1,2}))?)?")
_HALF_A_MONTH: Final = 15
_LAST_JALALI: Final = 1498
_LEAP: Final = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_FIRST_JALALI: Final = date(622, 3, 21)
_MONTHS: Final = 12


def _of_republic(text: str) -> str:
    """The text with its year as one of ours, where it has no four digits, as ours have: `112.03.01` is `2023.03.01`."""
    if found := _MINGUO_MARKED.fullmatch(text):
        return f"{int(found['year']) + _BEFORE_MINGUO}{found['rest']}"
    if found := _MINGUO_DIGITS.fullmatch(text):
        return f"{int(found['year'] or found['long']) + _BEFORE_MINGUO}{found['rest'] or found['month']}"
    return text


def _of_buddhist(text: str) -> str:
    """The text with the year of the Buddhist era as one of ours: `พ.ศ. 2520` is `1977`."""
    return _FOUR.sub(lambda found: str(int(found[0]) - _BUDDHIST), _ERA_MARK.sub("", text), count=1)


def _of_jalali(text: str) -> str:
    """The text with a date of the Iranian calendar as one of ours: a day as that day, less as the year it lies in."""
    found = _JALALI.fullmatch(text)
    if found is None or int(found["year"]) > _LAST_JALALI:
        return text
    year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
    ours = _jalali_day(year, month or 1, day or _HALF_A_MONTH)
    if ours is None:
        raise ValueProblem("bad-date", tell("no-such-date", value=text))
    return ours if day else ours[: len("yyyy")]


def _jalali_day(year: int, month: int, day: int) -> str | None:
    """A day of the Iranian calendar in ours; None for a day that there is not.

    Of 33 years eight are leap years, those whose number leaves one of `_LEAP` over; true of the years 1206 to 1498.
    """
    months = [31] * 6 + [30] * 5 + [30 if year % 33 in _LEAP else 29]
    if not 1 <= month <= _MONTHS or not 1 <= day <= months[month - 1]:
        return None
    cycles, rest = divmod(year - 1, 33)
    leaps = cycles * len(_LEAP) + sum((each % 33) in _LEAP for each in range(1, rest + 1))
    days = (year - 1) * 365 + leaps + sum(months[: month - 1]) + day - 1
    return (_FIRST_JALALI + timedelta(days=days)).isoformat()


CALENDARS: Final[Mapping[str, Callable[[str], str]]] = {
    MINGUO: _of_republic,
    "buddhist": _of_buddhist,
    "jalali": _of_jalali,
}
"""Years counted otherwise, named as a form of dates: how a text becomes one of ours."""
