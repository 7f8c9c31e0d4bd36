"""As a tree: from the thing the picture is about to the right, a line for each end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Final

from analysis.network.hanging import Trees, trees
from analysis.network.plan import Place, Plan, Taken

ORDER: Final = 20
LABELS: Final = "beside"
_COLUMN: Final = 250.0
_LINE: Final = 30.0


def lay(plan: Plan) -> Mapping[str, Place]:
    """The first arrival line by line; later things one column on, at the nearest free line."""
    if not plan.arrivals:
        return {}
    beside = plan.neighbours()
    places = _first(trees(plan.arrivals[0].ids, beside))
    taken = Taken(_COLUMN, _LINE)
    for place in places.values():
        taken.block(place)
    for arrival in plan.arrivals[1:]:
        for each in arrival.ids:
            if each not in places:
                x, y = _origin(arrival.anchor, beside.get(each, ()), places)
                places[each] = taken.take(_lines(x, y))
    return places


def _first(found: Trees) -> dict[str, Place]:
    places: dict[str, Place] = {}
    line = count()
    for root in found.roots:
        waiting: list[tuple[str, bool]] = [(root, False)]
        while waiting:
            one, seen = waiting.pop()
            below = found.children.get(one, [])
            if not below:
                places[one] = (found.depth[one] * _COLUMN, next(line) * _LINE)
            elif seen:
                ys = [places[each][1] for each in below]
                # on the line of one of its branches, so that nothing lies between two lines
                places[one] = (found.depth[one] * _COLUMN, ys[len(ys) // 2])
            else:
                waiting.append((one, True))
                waiting += [(each, False) for each in reversed(below)]
    return places


def _origin(anchor: str | None, beside: Sequence[str], places: Mapping[str, Place]) -> Place:
    near = anchor if anchor in places else next((each for each in beside if each in places), None)
    if near is None:
        return 0.0, max((y for _, y in places.values()), default=0.0) + 2 * _LINE
    x, y = places[near]
    return x + _COLUMN, y


def _lines(x: float, y: float) -> Iterator[Place]:
    yield x, y
    for step in count(1):
        yield x, y + step * _LINE
        yield x, y - step * _LINE
