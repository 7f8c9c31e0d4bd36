"""Where two of several people served in the same unit at the same time, by their posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from analysis.career.model import Career, Held
from graph.model.stretches import latest, stretches
from graph.model.unit_names import usual_name
from graph.model.values import first_day, months_between


@dataclass(frozen=True)
class Together:
    """Two people, by their place in the order given, in one unit over [start, end); end None: to this day.

    `posts` are the tenures of each: several where terms of one post followed at once. `start` and `end` are None where
    `certain` is false: a bound of one of the posts is not known, so that it cannot be told whether they met. `months`
    are whole months up to the as-of day.
    """

    first: int
    second: int
    unit: str
    posts: tuple[tuple[Held, ...], tuple[Held, ...]]
    start: str | None
    end: str | None
    months: int | None
    certain: bool


def together(careers: Sequence[Career]) -> tuple[Together, ...]:
    """Every meeting of two, by pair and start; careers are as of one day."""
    found = [
        each
        for (first, one), (second, other) in combinations(enumerate(careers), 2)
        for each in _joined(_meetings(first, one, second, other), one.as_of)
    ]
    return tuple(sorted(found, key=lambda each: (each.first, each.second, not each.certain, each.start or "")))


def _meetings(first: int, one: Career, second: int, other: Career) -> Iterator[Together]:
    for mine in _posts(one):
        for theirs in _posts(other):
            if usual_name(mine.unit or "") == usual_name(theirs.unit or ""):
                yield from _meeting(first, second, mine, theirs, one.as_of)


def _joined(meetings: Iterable[Together], as_of: str) -> Iterator[Together]:
    """The meetings of two, those in the same posts that overlap or follow at once as one; an uncertain one stays."""
    alike: dict[tuple[str, str, str], list[Together]] = defaultdict(list)
    for each in meetings:
        if each.certain:
            one, other = (_called(held) for (held,) in each.posts)
            alike[usual_name(each.unit), one, other].append(each)
        else:
            yield each
    for some in alike.values():
        yield from (_as_one(each, as_of) for each in stretches(some, lambda met: (met.start or "", met.end)))


def _called(held: Held) -> str:
    return held.post or held.rank or ""


def _as_one(met: Sequence[Together], as_of: str) -> Together:
    """From the start of the first to the latest end, with the tenures of all."""
    end = latest(each.end for each in met)
    mine, theirs = (tuple({held.id: held for each in met for held in each.posts[side]}.values()) for side in (0, 1))
    return replace(met[0], posts=(mine, theirs), end=end, months=months_between(met[0].start or "", end or as_of))


def _posts(career: Career) -> Iterator[Held]:
    return (held for held in career.tenures if held.unit and held.kind in ("post", "rank"))


def _meeting(first: int, second: int, mine: Held, theirs: Held, as_of: str) -> Iterator[Together]:
    both = (mine, theirs)
    posts = ((mine,), (theirs,))
    unit = mine.unit or ""
    if any(held.start is None or (held.end is None and held.status != "current") for held in both):
        if _may_meet(mine, theirs):
            yield Together(first, second, unit, posts, None, None, None, certain=False)
        return
    start = max((held.start or "" for held in both), key=first_day)
    end = min((held.end for held in both if held.end), key=first_day, default=None)
    if end is None or first_day(start) < first_day(end):
        months = months_between(start, end or as_of)
        yield Together(first, second, unit, posts, start, end, months, certain=True)


def _may_meet(mine: Held, theirs: Held) -> bool:
    """Whether the bounds that are known leave room for a day in both."""
    for one, other in ((mine, theirs), (theirs, mine)):
        if one.end and other.start and first_day(one.end) <= first_day(other.start):
            return False
    return True
