"""任职于: a cadre and a unit, over a tenure there; the short way around the record of the tenure."""

from __future__ import annotations

from analysis.network.facts import Facts
from analysis.network.ties import Found, Ground, Kind

KIND = Kind("served", 10, end="Unit", directed=True)


def find(facts: Facts) -> Found:
    """One ground for each tenure at the unit."""
    for each in facts.holdings:
        if each.unit:
            lasts = each.end is None and each.status == "current"
            ground = Ground((each.id,), each.unit_name or "", each.start, each.end, lasts, each.title or "")
            yield each.cadre, each.unit, (each.name, each.unit_name or ""), ground
