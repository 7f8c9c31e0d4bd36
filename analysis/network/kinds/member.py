"""代表委员: a cadre and a body where the cadre has a seat beside the post, such as a congress or a committee."""

from __future__ import annotations

from analysis.network.facts import Facts
from analysis.network.tenures import at_units
from analysis.network.ties import Found, Kind

KIND = Kind("member", 15, end="Unit", directed=True)


def find(facts: Facts) -> Found:
    """One ground for each membership."""
    return at_units(facts.seats)
