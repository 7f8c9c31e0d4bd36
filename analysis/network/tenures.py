"""What a tenure gives a derived tie: its ground, and the tie of the cadre with the unit."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.network.facts import Holding
from analysis.network.ties import Found, Ground


def ground_of(holding: Holding, detail: str = "") -> Ground:
    """The ground of a tie that follows from one tenure."""
    lasts = holding.end is None and holding.status == "current"
    return Ground((holding.id,), holding.unit_name or "", holding.start, holding.end, lasts, detail)


def at_units(holdings: Iterable[Holding]) -> Found:
    """One ground for each tenure at a unit."""
    for each in holdings:
        if each.unit:
            yield each.cadre, each.unit, (each.name, each.unit_name or ""), ground_of(each, each.title or "")
