"""The two time axes of a page: as it was on a day, and as the records stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from graph.model.moments import local_day
from graph.model.values import first_day
from queries.runner import run_view
from webui.frame.past import day_of, known_day
from webui.held.services import services


@dataclass(frozen=True)
class Clock:
    """What the time slider of a page shows: where it is sent, both days, the earliest day, and days of note.

    Days are `YYYY-MM-DD`; `known` is empty for the records as they are now. `kept` is what else the address holds, by
    name and value. A `timeless` page begins without a day, which is then empty, and tells of all times. On the days
    `learnt` records arrived; the axis of the records begins before the first of them, when nothing was known.
    """

    action: str
    as_of: str
    known: str
    today: str
    earliest: str
    notable: tuple[str, ...]
    kept: tuple[tuple[str, str], ...] = ()
    timeless: bool = False
    learnt: tuple[str, ...] = ()

    @property
    def known_earliest(self) -> str:
        """Where the axis of the records begins."""
        begun = _day_before(self.learnt[0]) if self.learnt else self.earliest
        return min(begun, self.known or begun)

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
    first = min(as_of, notable[0] if notable else earliest)
    return Clock(action, as_of, known, today, first, notable, learnt=_learnt(today))


def clock_of_all_times(
    action: str, kept: Iterable[tuple[str, str]], dates: Iterable[str], *, as_of: str, known: str
) -> Clock:
    """The clock of a page that tells of all times until a day is asked for; `dates` are when its things came and went.

    Its slider begins with the first of them.
    """
    today = services().today()
    notable = _notable(dates, today)
    earliest = min(filter(None, ((*notable, "1980-01-01")[0], as_of, known)))
    return Clock(action, as_of, known, today, earliest, notable, tuple(kept), timeless=True, learnt=_learnt(today))


def _notable(dates: Iterable[str], today: str) -> tuple[str, ...]:
    return tuple(sorted({first_day(each) for each in dates if first_day(each) <= today}))


def _learnt(today: str) -> tuple[str, ...]:
    """The days up to today on which records arrived, where the office is."""
    rows = run_view(services().graph, "known_days")
    days = {local_day(moment) for row in rows for moment in (row["first"], row["last"])}
    return tuple(sorted(day for day in days if day <= today))


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
