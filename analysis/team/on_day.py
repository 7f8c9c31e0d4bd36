"""A team on a day: who was in office, in which order, and who led it one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.career.day import Day
from analysis.team.model import Holding

_LAST = 99
_CATEGORIES = {"正职": 0, "副职": 1}


@dataclass(frozen=True, slots=True)
class Team:
    """Who held posts of a unit on a day; `unsure` are those of whom no record says whether they still did."""

    day: str
    holdings: tuple[Holding, ...]
    unsure: tuple[Holding, ...]

    @property
    def cadres(self) -> frozenset[str]:
        """Everyone in office, each once."""
        return frozenset(each.cadre for each in self.holdings)

    @property
    def since_unknown(self) -> frozenset[str]:
        """Those in office of whom no record says since when, so that they may have come after the day."""
        return self.cadres - {each.cadre for each in self.holdings if each.start is not None}

    def count(self, category: str) -> int:
        """How many cadres of a member category (正职, 副职) were in office."""
        return len({each.cadre for each in self.holdings if each.category == category and not each.concurrent})


def team_on(holdings: Iterable[Holding], day: Day) -> Team:
    """The holdings of a day in the order of a team: principals, deputies, then as the sources order them."""
    posts = [each for each in holdings if each.kind != "rank"]
    return Team(
        day.text,
        tuple(sorted((each for each in posts if each.state(day) == "current"), key=_standing)),
        tuple(sorted((each for each in posts if each.state(day) == "unknown"), key=_standing)),
    )


def _standing(each: Holding) -> tuple[int, int, int, str, str, str]:
    category = _CATEGORIES.get(each.category or "", 2)
    return (
        0 if each.leads else 1,
        category,
        each.order if each.order is not None else _LAST,
        each.title,
        each.name,
        each.id,
    )


def leaders(holdings: Iterable[Holding]) -> tuple[Holding, ...]:
    """The principals' holdings, the newest first: who leads, who led before, and of an earlier day who followed."""
    led = [each for each in holdings if each.leads and each.kind != "rank"]
    return tuple(sorted(led, key=lambda each: (each.start or "", each.name, each.id), reverse=True))


def change_days(holdings: Sequence[Holding]) -> tuple[str, ...]:
    """The months in which somebody came or left, each once, in their order."""
    dates = {date[:7] for each in holdings for date in (each.start, each.end) if date and len(date) >= 7}
    return tuple(sorted(dates))
