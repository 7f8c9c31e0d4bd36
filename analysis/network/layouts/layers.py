"""By rank: a row for each rank or kind, given by the traits; within a row, near what a thing is linked to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Final

from analysis.network.hanging import trees
from analysis.network.plan import HIGH, WIDE, Place, Plan, Taken

ORDER: Final = 40
ROW: Final = 1.6 * HIGH
_REACH: Final = 14
"""Places to either side before a row goes on a little lower."""


def lay(plan: Plan) -> Mapping[str, Place]:
    """Rows from the top in the order of their numbers; a thing without one lies in row 0."""
    beside = plan.neighbours()
    taken = Taken(WIDE, HIGH / 2)
    places: dict[str, Place] = {}
    for arrival in plan.arrivals:
        for each in _order(arrival.ids, beside):
            if each not in places:
                y = (plan.traits_of(each).row or 0) * ROW
                places[each] = taken.take(_slots(_middle(each, beside, places, arrival.anchor), y))
    return places


def _order(ids: Sequence[str], beside: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Things after what they hang on, so that their middle is known; trees one after the other."""
    found = trees(ids, beside)
    ordered: list[str] = []
    for root in found.roots:
        waiting = [root]
        while waiting:
            one = waiting.pop(0)
            ordered.append(one)
            waiting += found.children.get(one, [])
    return ordered


def _middle(one: str, beside: Mapping[str, Sequence[str]], places: Mapping[str, Place], anchor: str | None) -> float:
    there = [places[each][0] for each in beside.get(one, ()) if each in places]
    if not there and anchor is not None and anchor in places:
        there = [places[anchor][0]]
    return round(sum(there) / len(there) / WIDE) * WIDE if there else 0.0


def _slots(x: float, y: float) -> Iterator[Place]:
    for line in count():
        for step in range(_REACH):
            for side in (1, -1) if step else (1,):
                yield x + side * step * WIDE, y + line * HIGH / 2
