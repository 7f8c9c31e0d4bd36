"""Who served together, from the stays of every cadre: the pairs themselves are too many to be sent by an engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

import networkx as nx

from graph.store.answers import Thing


class Stay(NamedTuple):
    """One post of a cadre, who is a number: from its start to its end, which is None while it lasts."""

    start: str
    end: str | None
    who: int


@dataclass(slots=True)
class Tie:
    """What two cadres have in common: at how many units they served together, and when the newest of it began."""

    places: int
    newest: str


class Colleagues:
    """The cadres of rows with `cadre` and `stays` (lists of unit, start and end), numbered in the order of their ids.

    Two are colleagues where a post of the one and a post of the other at one unit overlap; both count half-open.
    """

    def __init__(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self.cadres: list[Thing] = sorted((row["cadre"] for row in rows), key=lambda each: each.id)
        self.number = {cadre.id: number for number, cadre in enumerate(self.cadres)}
        self._at: dict[str, list[Stay]] = defaultdict(list)
        for row in rows:
            for unit, start, end in row["stays"]:
                self._at[unit].append(Stay(start, end, self.number[row["cadre"].id]))
        for stays in self._at.values():
            stays.sort(key=lambda stay: (stay.start, stay.who))

    def ties(self) -> dict[tuple[int, int], Tie]:
        """Every pair of colleagues, the smaller number first."""
        found: dict[tuple[int, int], Tie] = {}
        for stays in self._at.values():
            for pair, began in _began_together(stays).items():
                tie = found.get(pair)
                if tie is None:
                    found[pair] = Tie(1, began)
                else:
                    tie.places, tie.newest = tie.places + 1, max(tie.newest, began)
        return found

    def network(self) -> nx.Graph[int]:
        """The colleagues as a network whose edges say in `places` at how many units the two served together.

        Built in the order of the numbers: what is drawn by lot in it must not depend on the order of an engine's rows.
        """
        network: nx.Graph[int] = nx.Graph()
        ties = sorted(self.ties().items(), key=itemgetter(0))
        network.add_edges_from((*pair, {"places": tie.places}) for pair, tie in ties)
        return network


def _began_together(stays: Sequence[Stay]) -> dict[tuple[int, int], str]:
    """Of stays at one unit in the order of their starts: who overlap, and since when at the latest."""
    found: dict[tuple[int, int], str] = {}
    for one, other in _overlapping(stays):
        if one.who != other.who:
            pair = (one.who, other.who) if one.who < other.who else (other.who, one.who)
            if other.start > found.get(pair, ""):
                found[pair] = other.start
    return found


def _overlapping(stays: Sequence[Stay]) -> Iterator[tuple[Stay, Stay]]:
    """Every two that have time in common, the one that began earlier first."""
    present: list[Stay] = []
    for stay in stays:
        present = [each for each in present if each.end is None or each.end > stay.start]
        for each in present:
            if stay.end is None or stay.end > each.start:
                yield each, stay
        present.append(stay)
