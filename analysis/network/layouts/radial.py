"""Around the thing the picture is about: the farther a thing hangs from it, the farther out its ring."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from math import atan2, cos, pi, sin
from typing import Final

from analysis.network.hanging import leaves, trees
from analysis.network.plan import HIGH, WIDE, Place, Plan, Taken

ORDER: Final = 30
_RING: Final = 1.7 * WIDE
_STEP: Final = 0.8 * WIDE
"""Least way between two things on a ring."""

_FLAT: Final = 0.8
"""Rings are wider than high, as names are."""


def lay(plan: Plan) -> Mapping[str, Place]:
    """The first arrival in wedges by how much each carries; later things on the next ring, near what they hang on."""
    if not plan.arrivals:
        return {}
    beside = plan.neighbours()
    places = _first(plan.arrivals[0].ids, beside)
    taken = Taken(WIDE, HIGH)
    for place in places.values():
        taken.block(place)
    for arrival in plan.arrivals[1:]:
        for each in arrival.ids:
            if each not in places:
                places[each] = taken.take(_slots(*_origin(arrival.anchor, beside.get(each, ()), places)))
    return places


def _first(ids: Sequence[str], beside: Mapping[str, Sequence[str]]) -> dict[str, Place]:
    found = trees(ids, beside)
    carried = leaves(found)
    wedge: dict[str, tuple[float, float]] = {}
    _share(found.roots, carried, (0.0, 2 * pi), wedge)
    # one root lies in the middle; several share the first ring
    lifted = 0 if len(found.roots) == 1 else 1
    rings: dict[int, list[str]] = defaultdict(list)
    for one in sorted(found.depth, key=found.depth.__getitem__):
        _share(found.children.get(one, ()), carried, wedge[one], wedge)
        rings[found.depth[one] + lifted].append(one)
    places: dict[str, Place] = {}
    radius = 0.0
    for ring, some in sorted(rings.items()):
        radius = max(radius + _RING, len(some) * _STEP / (2 * pi)) if ring else 0.0
        angles = _apart([sum(wedge[each]) / 2 for each in some], _STEP / radius if radius else 0.0)
        places |= {each: _at(radius, angle) for each, angle in zip(some, angles, strict=True)}
    return places


def _apart(angles: Sequence[float], least: float) -> list[float]:
    """The angles, which ascend, with at least so much between them; evenly around where that is too much to ask."""
    found: list[float] = []
    for each in angles:
        found.append(max(each, found[-1] + least) if found else each)
    if found and found[-1] - found[0] > 2 * pi - least:
        return [found[0] + 2 * pi * at / len(found) for at in range(len(found))]
    return found


def _at(radius: float, angle: float) -> Place:
    return radius * cos(angle), radius * sin(angle) * _FLAT


def _share(
    some: Sequence[str], carried: Mapping[str, int], wedge: tuple[float, float], shares: dict[str, tuple[float, float]]
) -> None:
    whole = sum(carried[each] for each in some)
    at = wedge[0]
    for each in some:
        part = (wedge[1] - wedge[0]) * carried[each] / whole
        shares[each] = (at, at + part)
        at += part


def _origin(anchor: str | None, beside: Sequence[str], places: Mapping[str, Place]) -> tuple[float, float]:
    """The radius and the angle from which on a thing looks for a place."""
    near = anchor if anchor in places else next((each for each in beside if each in places), None)
    x, y = places[near] if near is not None else (max((_far(each) for each in places.values()), default=0.0), 0.0)
    return _far((x, y)) + _RING, atan2(y / _FLAT, x) if x or y else 0.0


def _far(place: Place) -> float:
    return float((place[0] ** 2 + (place[1] / _FLAT) ** 2) ** 0.5)


def _slots(radius: float, angle: float) -> Iterator[Place]:
    """Places on a ring, from the angle on to both sides; where the ring is full, on wider ones."""
    for wider in count():
        ring = radius + wider * _RING / 2
        step = HIGH / ring / 2
        for turn in range(int(pi / step) + 1):
            for side in (1, -1) if turn else (1,):
                yield _at(ring, angle + side * turn * step)
