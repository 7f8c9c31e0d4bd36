"""同学: two cadres at one school at the same time, as far as the dates of their studies tell."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from analysis.network.facts import Facts, Study, overlap
from analysis.network.ties import Found, Ground, Kind

KIND = Kind("classmate", 60)


def find(facts: Facts) -> Found:
    """One ground for each two studies whose known dates overlap; studies without both dates show nothing."""
    schools: dict[str, dict[str, Study]] = defaultdict(dict)
    for each in facts.studies:
        if each.start and each.end:
            schools[each.school].setdefault(each.id, each)
    for school, studies in schools.items():
        for one, other in combinations(sorted(studies.values(), key=lambda each: (each.cadre, each.id)), 2):
            common = overlap((one.start or "", one.end), (other.start or "", other.end))
            if one.cadre != other.cadre and common:
                major = one.major if one.major and one.major == other.major else ""
                yield (
                    one.cadre,
                    other.cadre,
                    (one.name, other.name),
                    Ground((one.id, other.id), school, *common, detail=major),
                )
