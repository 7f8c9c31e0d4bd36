"""Levels of posts as they were reached, and the grades beside them since June 2019."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from demo.draw import Draw, table
from demo.life import LEVELS, Person, Rank
from demo.months import month


def ranks(draw: Draw, person: Person, as_of: int) -> list[Rank]:
    """The person's levels in order, then the grades: the first by the conversion, the second by promotion."""
    levels: list[Rank] = []
    for each in person.stages:
        higher = not levels or LEVELS.index(levels[-1].rank) < each.level
        if each.kind == "work" and each.holdings and higher:
            levels.append(Rank("职务层次", LEVELS[each.level], each.start, None))
    levels = [replace(first, end=after.start) for first, after in pairwise(levels)] + levels[-1:]
    return levels + _grades(draw, person, as_of)


def _grades(draw: Draw, person: Person, as_of: int) -> list[Rank]:
    conversion = table("structure")["conversion"]
    since = month(conversion["month"])
    stage = person.stage_at(since)
    if not stage or stage.kind != "work" or not stage.level or person.track == "companies" or draw.hits(0.4):
        return []
    first, second = conversion["by_level"][stage.level - 1]
    rise = since + draw.randint(20, 44)
    if rise >= as_of - 2 or draw.hits(0.4):
        return [Rank("职级", first, since, None)]
    return [Rank("职级", first, since, rise), Rank("职级", second, rise, None)]
