"""Pairs of tenures and studies of different people at one place, with the time they have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis.network.facts import Facts, Holding, overlap
from analysis.network.ties import Ground


def together(facts: Facts) -> Iterator[tuple[Holding, Holding, Ground]]:
    """Each two dated tenures of different people at one unit that overlap, the first by the smaller id of its cadre."""
    for held in _by_unit(facts.holdings).values():
        for one, other in _pairs(held, facts.about):
            if one.cadre != other.cadre and (common := overlap(_interval(one), _interval(other))):
                records, place = (one.id, other.id), one.unit_name or ""
                yield one, other, Ground(records, place, *common, lasts=common[1] is None)


def by_post(facts: Facts) -> dict[str, list[Holding]]:
    """The tenures of each post that have a start, in the order in which they began."""
    found: dict[str, dict[str, Holding]] = defaultdict(dict)
    for each in facts.holdings:
        if each.post and each.start:
            found[each.post].setdefault(each.id, each)
    return {post: sorted(held.values(), key=lambda each: (each.start or "", each.id)) for post, held in found.items()}


def _pairs(held: Sequence[Holding], about: frozenset[str]) -> Iterator[tuple[Holding, Holding]]:
    """Each two of them in their order, one of them at least of those it is about."""
    if not about:
        yield from combinations(held, 2)
        return
    for at, one in enumerate(held):
        if one.cadre in about:
            yield from ((other, one) for other in held[:at] if other.cadre not in about)
            yield from ((one, other) for other in held[at + 1 :])


def _by_unit(holdings: Sequence[Holding]) -> dict[str, list[Holding]]:
    found: dict[str, dict[str, Holding]] = defaultdict(dict)
    for each in holdings:
        if each.unit and each.dated:
            found[each.unit].setdefault(each.id, each)
    return {unit: sorted(held.values(), key=lambda each: (each.cadre, each.id)) for unit, held in found.items()}


def _interval(holding: Holding) -> tuple[str, str | None]:
    assert holding.start is not None
    return holding.start, holding.end
