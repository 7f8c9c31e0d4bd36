"""Ways on which people are connected: through ties of given kinds, the shortest or all of the shortest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Any, Final

import networkx as nx

from analysis.network.ties import Tie

Ask = Callable[[Sequence[str]], Iterable[Tie]]
"""The ties of these people, of the kinds that are asked for."""

MOST_PEOPLE: Final = 4000
"""The search ends when it has met so many people."""

MOST_STEPS: Final = 6
MOST_WAYS: Final = 20


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of a way: from one person to the next, with every tie between them."""

    start: str
    end: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """How two people are connected: the ways there are, each as its legs; none where no way was found.

    `more` where there are further ways of the same length, or where the search ended before it had met everybody.
    """

    first: str
    second: str
    ways: tuple[tuple[Leg, ...], ...]
    more: bool


def connections(people: Sequence[str], ask: Ask, *, every: bool) -> list[Connection]:
    """The shortest way between each two of the people; all of the shortest where `every`."""
    known = _Known(ask)
    return [_between(one, other, known, every=every) for one, other in combinations(dict.fromkeys(people), 2)]


class _Known:
    """The ties met so far; each person is asked about once."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._asked: set[str] = set()
        self.ties: dict[frozenset[str], dict[tuple[str, str, str], Tie]] = defaultdict(dict)
        self.graph: Any = nx.Graph()

    def about(self, people: Iterable[str]) -> None:
        """Learn the ties of those who were not asked about yet."""
        fresh = sorted(set(people) - self._asked)
        if not fresh:
            return
        self._asked.update(fresh)
        for tie in self._ask(fresh):
            self.ties[frozenset((tie.start, tie.end))][tie.kind, tie.start, tie.end] = tie
            self.graph.add_edge(tie.start, tie.end)

    def beside(self, person: str) -> list[str]:
        """Those tied to a person, as far as it was asked."""
        return sorted(self.graph[person]) if person in self.graph else []


def _between(one: str, other: str, known: _Known, *, every: bool) -> Connection:
    """From both ends at once, a step at a time, the smaller side first."""
    sides: tuple[dict[str, int], dict[str, int]] = ({one: 0}, {other: 0})
    edges: list[set[str]] = [{one}, {other}]
    for _ in range(MOST_STEPS):
        at = 0 if edges[0] and (not edges[1] or len(edges[0]) <= len(edges[1])) else 1
        if sides[0].keys() & sides[1].keys() or not edges[at]:
            break
        if len(sides[0]) + len(sides[1]) > MOST_PEOPLE:
            return Connection(one, other, (), more=True)
        known.about(edges[at])
        edges[at] = _next(edges[at], sides[at], known)
    if not sides[0].keys() & sides[1].keys():
        return Connection(one, other, (), more=bool(edges[0] and edges[1]))
    found = list(islice(_ways(one, other, known), MOST_WAYS + 1 if every else 1))
    return Connection(one, other, tuple(found[:MOST_WAYS]), more=len(found) > MOST_WAYS)


def _next(edge: Iterable[str], side: dict[str, int], known: _Known) -> set[str]:
    fresh: set[str] = set()
    for each in sorted(edge):
        for beside in known.beside(each):
            if beside not in side:
                side[beside] = side[each] + 1
                fresh.add(beside)
    return fresh


def _ways(one: str, other: str, known: _Known) -> Iterator[tuple[Leg, ...]]:
    """All of the shortest, in the order of the ids on them; the graph holds enough of them once the sides have met."""
    for way in sorted(islice(nx.all_shortest_paths(known.graph, one, other), 500)):
        yield tuple(_leg(start, end, known.ties) for start, end in nx.utils.pairwise(way))


def _leg(start: str, end: str, ties: Mapping[frozenset[str], Mapping[tuple[str, str, str], Tie]]) -> Leg:
    found = ties[frozenset((start, end))]
    return Leg(start, end, tuple(found[key] for key in sorted(found)))
