"""By time: to the right as the years go; what has no date lies at the left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Final

from analysis.network.plan import HIGH, WIDE, Place, Plan, Taken

ORDER: Final = 50
YEAR: Final = 84.0
"""Pixels of a year; x is 0 at the beginning of the year `ZERO`."""

ZERO: Final = 2000


def lay(plan: Plan) -> Mapping[str, Place]:
    """Each thing at its time, on the free line nearest to what it is linked to."""
    beside = plan.neighbours()
    taken = Taken(WIDE, HIGH)
    places: dict[str, Place] = {}
    margin = _margin(plan)
    for arrival in plan.arrivals:
        for each in sorted(arrival.ids, key=lambda one: _key(plan, one)):
            if each not in places:
                year = plan.traits_of(each).year
                x = margin if year is None else (year - ZERO) * YEAR
                places[each] = taken.take(_lines(x, _line(each, arrival.anchor, beside, places)))
    return places


def _margin(plan: Plan) -> float:
    """Where undated things lie: left of the earliest date of the first arrival that has one."""
    for arrival in plan.arrivals:
        years = [year for each in arrival.ids if (year := plan.traits_of(each).year) is not None]
        if years:
            return (min(years) - ZERO) * YEAR - 2.5 * WIDE
    return 0.0


def _key(plan: Plan, one: str) -> tuple[bool, float]:
    year = plan.traits_of(one).year
    return year is not None, year or 0.0


def _line(one: str, anchor: str | None, beside: Mapping[str, Sequence[str]], places: Mapping[str, Place]) -> float:
    there = [places[each][1] for each in beside.get(one, ()) if each in places]
    if not there and anchor is not None and anchor in places:
        there = [places[anchor][1]]
    return round(sum(there) / len(there) / HIGH) * HIGH if there else 0.0


def _lines(x: float, y: float) -> Iterator[Place]:
    yield x, y
    for step in count(1):
        yield x, y + step * HIGH
        yield x, y - step * HIGH
