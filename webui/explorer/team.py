"""Who holds the posts of some units on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.network.facts import Facts, Holding
from analysis.network.ties import Tie, find_ties
from graph.model.values import first_day
from graph.store.connection import Graph
from queries.tie_facts import rows_about


@dataclass(frozen=True, slots=True)
class Holders:
    """The cadres in order, their ties to posts (to the unit where a tenure names no post), and the posts held."""

    cadres: tuple[str, ...]
    ties: tuple[Tie, ...]
    filled: frozenset[str]


def holders_on(graph: Graph, units: Sequence[str], posts: Sequence[str], day: str) -> Holders:
    """As the records tell for a day; a tenure of which start or end is not known holds nothing."""
    rows = [*rows_about(graph, units, "Unit").holdings, *rows_about(graph, posts, "Post").holdings]
    there = {row["id"]: Holding(**row) for row in rows}
    held = [each for each in there.values() if _holds(each, day)]
    known = set(posts)
    at_post = tuple(each for each in held if each.post in known)
    elsewhere = tuple(each for each in held if each.post not in known and each.unit in set(units))
    ties = (*find_ties(Facts(at_post), ["held"]), *find_ties(Facts(elsewhere), ["served"]))
    filled = frozenset(each.post for each in at_post if each.post)
    return Holders(tuple(dict.fromkeys(each.start for each in ties)), ties, filled)


def _holds(holding: Holding, day: str) -> bool:
    on = first_day(day)
    return holding.dated and first_day(holding.start or "") <= on and (not holding.end or first_day(holding.end) > on)
