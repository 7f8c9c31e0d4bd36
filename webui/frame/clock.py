"""The two time axes of a page: as it was on a day, and as the records stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from graph.model.values import first_day
from webui.frame.past import day_of, known_day
from webui.held.services import services


@dataclass(frozen=True)
class Clock:
    """What the time slider of a page shows: where it is sent, both days, the earliest day, and days of note.

    Days are `YYYY-MM-DD`; `known` is empty for the records as they are now. `kept` is what else the address holds, by
    name and value. A `timeless` page begins without a day, which is then empty, and tells of all times.
    """

    action: str
    as_of: str
    known: str
    today: str
    earliest: str
    notable: tuple[str, ...]
    kept: tuple[tuple[str, str], ...] = ()
    timeless: bool = False

    @property
    def moved(self) -> bool:
        """Whether it stands elsewhere than at first: on today, or on no day."""
        return self.as_of != ("" if self.timeless else self.today) or bool(self.known)

    @property
    def first(self) -> str:
        """The address of the page as it stands at first, with all that is kept."""
        return f"{self.action}?{urlencode(self.kept)}" if self.kept else self.action

    @property
    def address(self) -> Mapping[str, Any]:
        """The days as an address has them: today is left out."""
        given = {"as_of": "" if self.as_of == self.today else self.as_of, "known_on": self.known}
        return {name: value for name, value in given.items() if value}


def clock(action: str, dates: Sequence[str], *, earliest: str = "1980-01-01") -> Clock:
    """The clock of a page whose things came and went on these dates."""
    known, today = known_day(), services().today()
    notable = _notable(dates, today)
    as_of = day_of("as_of") or known or today
    return Clock(action, as_of, known, today, min((*notable, as_of, earliest)[:2]) if notable else earliest, notable)


def clock_of_all_times(
    action: str, kept: Iterable[tuple[str, str]], dates: Iterable[str], *, as_of: str, known: str
) -> Clock:
    """The clock of a page that tells of all times until a day is asked for; `dates` are when its things came and went.

    Its slider begins with the first of them.
    """
    today = services().today()
    notable = _notable(dates, today)
    earliest = min(filter(None, ((*notable, "1980-01-01")[0], as_of, known)))
    return Clock(action, as_of, known, today, earliest, notable, tuple(kept), timeless=True)


def _notable(dates: Iterable[str], today: str) -> tuple[str, ...]:
    return tuple(sorted({first_day(each) for each in dates if first_day(each) <= today}))
