"""担任: a cadre and a post, over a tenure of it; the short way around the record of the tenure."""

from __future__ import annotations

from analysis.network.facts import Facts
from analysis.network.ties import Found, Ground, Kind

KIND = Kind("held", 20, end="Post", directed=True)


def find(facts: Facts) -> Found:
    """One ground for each tenure of the post."""
    for each in facts.holdings:
        if each.post:
            lasts = each.end is None and each.status == "current"
            ground = Ground((each.id,), each.unit_name or "", each.start, each.end, lasts)
            yield each.cadre, each.post, (each.name, each.title or ""), ground
