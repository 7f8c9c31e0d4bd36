"""By forces: what is linked lies near. Springs hold the inner part; what hangs on it is placed around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import atan2, cos, pi, sin
from typing import Any, Final

import networkx as nx
import rustworkx as rx

from analysis.network.lattice import Lattice
from analysis.network.plan import HIGH, WIDE, Arrival, Place, Plan

ORDER: Final = 10
_SEED: Final = 7
_WORK: Final = 40_000_000
"""Pairs of things that the springs may look at: about a second."""

_ROUNDS: Final = (8, 300)
"""Fewest and most rounds of the springs."""

_APART: Final = 0.42
"""Least angle between two things around a third, in radians."""

_LOOSE: Final = 1.5
"""Room of the inner part as a multiple of what its things need: the rest is where others will lie."""


def lay(plan: Plan) -> Mapping[str, Place]:
    """Components of the first arrival side by side, later things near those they are linked to."""
    if not plan.arrivals:
        return {}
    beside = plan.neighbours()
    places = _first(plan.arrivals[0].ids, beside)
    lattice = Lattice()
    for place in places.values():
        lattice.block(place)
    for arrival in plan.arrivals[1:]:
        _join(arrival, beside, places, lattice)
    return places


def _join(arrival: Arrival, beside: Mapping[str, Sequence[str]], places: dict[str, Place], lattice: Lattice) -> None:
    """Place what came: outward from what it hangs on, or below everything where it hangs on nothing."""
    fresh = [each for each in arrival.ids if each not in places]
    linked = {each: [places[other] for other in beside.get(each, ()) if other in places] for each in fresh}
    anchor = places.get(arrival.anchor or "")
    hanging = [each for each in fresh if anchor and len(linked[each]) <= 1]
    rays = _rays(anchor, list(places.values()), len(hanging)) if anchor else []
    for each in fresh:
        there = linked[each]
        if each in hanging:
            x, y = rays[hanging.index(each)]
        elif there:
            x, y = _middle(there)
        else:
            x, y = 0.0, max((place[1] for place in places.values()), default=0.0) + 2 * HIGH
        places[each] = lattice.take(x, y)


def _rays(anchor: Place, others: Sequence[Place], count: int) -> list[Place]:
    """So many places around the anchor, in the widest gap between the directions in which others lie near it."""
    near = [
        atan2((y - anchor[1]) / HIGH, (x - anchor[0]) / WIDE)
        for x, y in others
        if (x, y) != anchor and abs(x - anchor[0]) < 4 * WIDE and abs(y - anchor[1]) < 4 * HIGH
    ]
    start, width = _widest(sorted(near))
    first = 2.0
    if count * _APART > 2 * width:
        # too many for the gap: all around, outside what is there
        start, width, first = -pi, 2 * pi, 1.2 + 0.75 * (len(near) + 1) ** 0.5
    per_ring = max(int(width / _APART), 1)
    found: list[Place] = []
    for at in range(count):
        ring, seat = divmod(at, per_ring)
        seats = min(count - ring * per_ring, per_ring)
        angle = start + width * (seat + 0.5) / seats
        far = first + 1.2 * ring + (0.5 if seat % 2 and seats > 8 else 0.0)
        found.append((anchor[0] + far * WIDE * cos(angle), anchor[1] + far * HIGH * 1.25 * sin(angle)))
    return found


def _widest(angles: Sequence[float]) -> tuple[float, float]:
    """Start and width of the widest gap between directions; all around where there are none."""
    if not angles:
        return -pi, 2 * pi
    gaps = [(after - before, before) for before, after in pairwise([*angles, angles[0] + 2 * pi])]
    width, start = max(gaps)
    return start + width * 0.1, width * 0.8


def _middle(places: Sequence[Place]) -> Place:
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _first(ids: Sequence[str], beside: Mapping[str, Sequence[str]]) -> dict[str, Place]:
    graph: Any = nx.Graph()
    graph.add_nodes_from(sorted(ids))
    graph.add_edges_from((one, other) for one in sorted(ids) for other in beside.get(one, ()) if other in graph)
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    return _shelved([_component(graph.subgraph(part)) for part in parts])


def _component(graph: Any) -> dict[str, Place]:  # noqa: ANN401 - a networkx graph
    """The inner part by springs, then ring by ring what hangs on it."""
    inner = nx.k_core(graph, 2) if len(graph) > 2 else graph.subgraph(())
    if len(inner) == 0:
        hub = max(sorted(graph), key=lambda each: len(graph[each]))
        inner = graph.subgraph([hub])
    lattice = Lattice()
    places: dict[str, Place] = {}
    sprung = _springs(inner, len(graph))
    for each in sorted(sprung, key=lambda one: (-len(graph[one]), one)):
        places[each] = lattice.take(*sprung[each])
    for one, other in nx.bfs_edges(_rooted(graph, sorted(inner)), source=_ROOT):
        if other not in places:
            places[other] = lattice.take(*places[one])
    return places


_ROOT: Final = ""
"""No thing has this id."""


def _rooted(graph: Any, inner: Sequence[str]) -> Any:  # noqa: ANN401 - a networkx graph
    rooted: Any = nx.Graph()
    rooted.add_edges_from((_ROOT, each) for each in inner)
    rooted.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    return rooted


def _springs(graph: Any, size: int) -> dict[str, Place]:  # noqa: ANN401 - a networkx graph
    """Places of the inner part, spread over the room that `size` things need."""
    names = sorted(graph)
    if len(names) == 1:
        return {names[0]: (0.0, 0.0)}
    number = {name: at for at, name in enumerate(names)}
    net = rx.PyGraph(multigraph=False)
    net.add_nodes_from(names)
    net.add_edges_from_no_data(sorted((number[one], number[other]) for one, other in graph.edges))
    turn = 2 * pi / len(names)
    # side by side as they are linked: springs do not undo a ring that starts crossed
    walk = nx.dfs_preorder_nodes(graph, names[0], sort_neighbors=sorted)
    circle = {number[name]: (cos(turn * at), sin(turn * at)) for at, name in enumerate(walk)}
    rounds = min(max(_WORK // len(names) ** 2, _ROUNDS[0]), _ROUNDS[1])
    found = rx.spring_layout(net, pos=circle, num_iter=rounds, seed=_SEED, k=2 / len(names) ** 0.5)
    room = (size**0.5) * _LOOSE / 2
    return {name: (found[number[name]][0] * room * WIDE, found[number[name]][1] * room * HIGH * 1.3) for name in names}


def _shelved(parts: Sequence[Mapping[str, Place]]) -> dict[str, Place]:
    """Components on shelves, left to right and downward, the whole about as wide as a page; all stay on the lattice."""
    sizes = [_room(part) for part in parts]
    widest = max(sum(wide * high for wide, high in sizes) ** 0.5 * 1.25, *(wide for wide, _ in sizes), 1.0)
    places: dict[str, Place] = {}
    x = y = shelf = 0.0
    for part, (wide, high) in zip(parts, sizes, strict=True):
        if x > 0 and x + wide > widest:
            x, y, shelf = 0.0, y + shelf, 0.0
        left = min(px for px, _ in part.values()) // WIDE * WIDE
        top = min(py for _, py in part.values()) // (2 * HIGH) * 2 * HIGH
        places |= {each: (px - left + x, py - top + y) for each, (px, py) in part.items()}
        x, shelf = x + wide, max(shelf, high)
    return places


def _room(part: Mapping[str, Place]) -> Place:
    """How wide and high a component is with the gap after it; things without links need none between them."""
    xs, ys = [x for x, _ in part.values()], [y for _, y in part.values()]
    gap = 1 if len(part) == 1 else 2
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    return (wide // WIDE + gap) * WIDE, (high // (2 * HIGH) + gap) * 2 * HIGH
