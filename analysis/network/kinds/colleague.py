"""共事: two cadres who held posts at one unit at the same time."""

from __future__ import annotations

from analysis.network.facts import Facts
from analysis.network.pairs import together
from analysis.network.ties import Found, Kind

KIND = Kind("colleague", 30)


def find(facts: Facts) -> Found:
    """One ground for each stretch of time in common."""
    for one, other, ground in together(facts):
        yield one.cadre, other.cadre, (one.name, other.name), ground
