"""Where two of several people served in the same unit at the same time, by their posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.career.model import Career, Held
from graph.model.unit_names import usual_name
from graph.model.values import first_day, months_between


@dataclass(frozen=True)
class Together:
    """Two people, by their place in the order given, in one unit over [start, end); end None: to this day.

    `start` and `end` are None where `certain` is false: a bound of one of the posts is not known, so that it cannot be
    told whether they met. `months` are whole months up to the as-of day.
    """

    first: int
    second: int
    unit: str
    posts: tuple[Held, Held]
    start: str | None
    end: str | None
    months: int | None
    certain: bool


def together(careers: Sequence[Career]) -> tuple[Together, ...]:
    """Every meeting of two, by pair and start; careers are as of one day."""
    found = [
        each
        for (first, one), (second, other) in combinations(enumerate(careers), 2)
        for each in _meetings(first, one, second, other)
    ]
    return tuple(sorted(found, key=lambda each: (each.first, each.second, not each.certain, each.start or "")))


def _meetings(first: int, one: Career, second: int, other: Career) -> Iterator[Together]:
    for mine in _posts(one):
        for theirs in _posts(other):
            if usual_name(mine.unit or "") == usual_name(theirs.unit or ""):
                yield from _meeting(first, second, mine, theirs, one.as_of)


def _posts(career: Career) -> Iterator[Held]:
    return (held for held in career.tenures if held.unit and held.kind in ("post", "rank"))


def _meeting(first: int, second: int, mine: Held, theirs: Held, as_of: str) -> Iterator[Together]:
    both = (mine, theirs)
    unit = mine.unit or ""
    if any(held.start is None or (held.end is None and held.status != "current") for held in both):
        if _may_meet(mine, theirs):
            yield Together(first, second, unit, both, None, None, None, certain=False)
        return
    start = max((held.start or "" for held in both), key=first_day)
    end = min((held.end for held in both if held.end), key=first_day, default=None)
    if end is None or first_day(start) < first_day(end):
        months = months_between(start, end or as_of)
        yield Together(first, second, unit, both, start, end, months, certain=True)


def _may_meet(mine: Held, theirs: Held) -> bool:
    """Whether the bounds that are known leave room for a day in both."""
    for one, other in ((mine, theirs), (theirs, mine)):
        if one.end and other.start and first_day(one.end) <= first_day(other.start):
            return False
    return True
