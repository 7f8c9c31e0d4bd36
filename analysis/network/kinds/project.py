"""同一项目: two cadres who answered for one work project."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from analysis.network.facts import Duty, Facts
from analysis.network.ties import Found, Ground, Kind

KIND = Kind("project", 70)


def find(facts: Facts) -> Found:
    """One ground for each project."""
    projects: dict[str, dict[str, Duty]] = defaultdict(dict)
    for each in facts.duties:
        projects[each.project].setdefault(each.cadre, each)
    for project, duties in projects.items():
        for one, other in combinations(sorted(duties.values(), key=lambda each: each.cadre), 2):
            year = str(one.year) if one.year else None
            yield one.cadre, other.cadre, (one.name, other.name), Ground((project,), one.title, year, year)
