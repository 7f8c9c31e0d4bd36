"""上下级: who heads a unit and somebody who does not, at that unit at the same time.

Who is a principal is told as for a career: by the member category of the source, else by unit and title. Inside a body
a division has its head too (处 and 处长), and whoever holds a post leads who is its deputy (局长 and 副局长).
"""

from __future__ import annotations

from analysis.career.posts import principal
from analysis.network.facts import Facts, Holding
from analysis.network.pairs import together
from analysis.network.rules import rules
from analysis.network.ties import Found, Kind

KIND = Kind("superior", 40, directed=True)


def find(facts: Facts) -> Found:
    """From the superior to the other, one ground for each stretch of time in common."""
    for one, other, ground in together(facts):
        if _leads(one, other):
            yield one.cadre, other.cadre, (one.name, other.name), ground
        elif _leads(other, one):
            yield other.cadre, one.cadre, (other.name, one.name), ground


def _leads(one: Holding, other: Holding) -> bool:
    return _deputy(other, one) or (_heads(one) and not _heads(other))


def _heads(holding: Holding) -> bool:
    if principal(holding.unit_name, holding.title, holding.category)[0] is True:
        return True
    unit, title = holding.unit_name or "", holding.title or ""
    return any(unit.endswith(each["unit"]) and title in each["titles"] for each in rules()["head"])


def _deputy(holding: Holding, of: Holding) -> bool:
    """Whether one holds the deputy's post of the other's: 副处长 of 处长, 常务副县长 of 县长."""
    return bool(of.title) and holding.title in {before + str(of.title) for before in rules()["deputy_of"]}
