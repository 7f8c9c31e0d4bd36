"""上下级: a principal and somebody who is none, at one unit at the same time.

Who is a principal is told as for a career: by the member category of the source, else by unit and title.
"""

from __future__ import annotations

from analysis.career.posts import principal
from analysis.network.facts import Facts, Holding
from analysis.network.pairs import together
from analysis.network.ties import Found, Kind

KIND = Kind("superior", 40, directed=True)


def find(facts: Facts) -> Found:
    """From the superior to the other, one ground for each stretch of time in common."""
    for one, other, ground in together(facts):
        leads = _leads(one), _leads(other)
        if leads == (True, False):
            yield one.cadre, other.cadre, (one.name, other.name), ground
        elif leads == (False, True):
            yield other.cadre, one.cadre, (other.name, one.name), ground


def _leads(holding: Holding) -> bool:
    return principal(holding.unit_name, holding.title, holding.category)[0] is True
