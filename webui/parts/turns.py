"""Who held a post just before somebody and who came next: concluded from when each held it, as a derived tie is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.network.facts import Facts, Holding
from analysis.network.ties import find_ties


@dataclass(frozen=True)
class Turns:
    """By the id of a tenure, the tenure before it and the one after it at the same post; none where nobody can tell."""

    before: Mapping[str, Holding]
    after: Mapping[str, Holding]


def turns_of(holdings: Iterable[Holding]) -> Turns:
    """The turns among all holders of some posts; of a post of which holders are left out too much would be told."""
    held = {each.id: each for each in holdings}
    ties = find_ties(Facts(tuple(held.values())), ["successor"])
    pairs = [ground.records for tie in ties for ground in tie.grounds]
    return Turns({other: held[one] for one, other in pairs}, {one: held[other] for one, other in pairs})
