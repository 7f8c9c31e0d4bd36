"""任职于: a cadre and a unit, over a tenure there; the short way around the record of the tenure."""

from __future__ import annotations

from analysis.network.facts import Facts
from analysis.network.tenures import at_units
from analysis.network.ties import Found, Kind

KIND = Kind("served", 10, end="Unit", directed=True)


def find(facts: Facts) -> Found:
    """One ground for each tenure at the unit."""
    return at_units(facts.holdings)
