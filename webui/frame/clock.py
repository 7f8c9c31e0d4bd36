"""The two time axes of a page: as it was on a day, and as the records stood on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model.values import first_day
from webui.frame.past import day_of, known_day
from webui.held.services import services


@dataclass(frozen=True)
class Clock:
    """What the time slider of a page shows: where it is sent, both days, the earliest day, and days of note.

    Days are `YYYY-MM-DD`; `known` is empty for the records as they are now.
    """

    action: str
    as_of: str
    known: str
    today: str
    earliest: str
    notable: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """Whether it stands elsewhere than on today."""
        return self.as_of != self.today or bool(self.known)

    @property
    def address(self) -> Mapping[str, Any]:
        """The days as an address has them: today is left out."""
        given = {"as_of": "" if self.as_of == self.today else self.as_of, "known_on": self.known}
        return {name: value for name, value in given.items() if value}


def clock(action: str, dates: Sequence[str], *, earliest: str = "1980-01-01") -> Clock:
    """The clock of a page whose things came and went on these dates."""
    known, today = known_day(), services().today()
    notable = tuple(sorted({first_day(each) for each in dates if first_day(each) <= today}))
    as_of = day_of("as_of") or known or today
    return Clock(action, as_of, known, today, min((*notable, as_of, earliest)[:2]) if notable else earliest, notable)
