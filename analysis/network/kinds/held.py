"""担任: a cadre and a post, over a tenure of it; the short way around the record of the tenure."""

from __future__ import annotations

from analysis.network.facts import Facts
from analysis.network.tenures import ground_of
from analysis.network.ties import Found, Kind

KIND = Kind("held", 20, end="Post", directed=True)


def find(facts: Facts) -> Found:
    """One ground for each tenure of the post."""
    for each in facts.holdings:
        if each.post:
            yield each.cadre, each.post, (each.name, each.title or ""), ground_of(each)
