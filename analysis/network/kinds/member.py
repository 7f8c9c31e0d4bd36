"""代表委员: a cadre and a body where the cadre has a seat beside the post, such as a congress or a committee."""

from __future__ import annotations

from analysis.network.facts import Facts
from analysis.network.ties import Found, Ground, Kind

KIND = Kind("member", 15, end="Unit", directed=True)


def find(facts: Facts) -> Found:
    """One ground for each membership."""
    for each in facts.seats:
        if each.unit:
            lasts = each.end is None and each.status == "current"
            ground = Ground((each.id,), each.unit_name or "", each.start, each.end, lasts, each.title or "")
            yield each.cadre, each.unit, (each.name, each.unit_name or ""), ground
