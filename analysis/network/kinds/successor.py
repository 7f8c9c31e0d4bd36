"""前后任: who followed whom at a post, where nobody held it in between and little time lies between them.

How little, and which titles several people hold at once, stands in `rules.toml`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.network.facts import Facts, Holding
from analysis.network.pairs import by_post
from analysis.network.rules import rules
from analysis.network.ties import Found, Ground, Kind
from graph.model.postings import posting
from graph.model.values import months_between

KIND = Kind("successor", 50, directed=True)


def find(facts: Facts) -> Found:
    """From each holder to the next; none where somebody else held it then too, as at a post of several deputies."""
    for held in by_post(facts).values():
        if re.search(rules()["many_seats"], held[0].title or ""):
            continue
        for one, other in pairwise(held):
            if one.cadre == other.cadre or one.end is None or not _free(held, one, other):
                continue
            place = posting(one.unit_name, one.title)
            ground = Ground((one.id, other.id), place, one.end, other.start)
            yield one.cadre, other.cadre, (one.name, other.name), ground


def _free(held: list[Holding], one: Holding, other: Holding) -> bool:
    """Whether nobody but these two held the post when the one left and the other came."""
    left, came = one.end or "", other.start or ""
    if left > came or months_between(left, came) > rules()["successor_gap_months"]:
        return False
    rest = (each for each in held if each.id not in (one.id, other.id))
    return not any((each.start or "") < came and (each.end or "9999") > left for each in rest)
