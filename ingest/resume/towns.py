"""A town named alone (`柳河镇党委书记`) takes the county its career is in, where the résumé itself makes that sure.

Sure it is where the résumé names the same town with its county, or where the posts before the town and those after it
are all of one county and the résumé names no other. Else the town stays as it was written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.resume.holders import COUNTIES, TOWNS
from ingest.resume.model import Holding, Segment
from ingest.resume.places import Located, locate


def settle(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with the county before each town that is surely there; such a unit is marked as derived."""
    named = _named_with_county(segments)
    around = _surrounded(segments)
    return [_settled(each, named, around.get(number, "")) for number, each in enumerate(segments)]


def _settled(segment: Segment, named: dict[str, set[str]], around: str) -> Segment:
    held = tuple(_within(each, named, "" if each.kind == "secondment" else around) for each in segment.holdings)
    return segment if held == segment.holdings else replace(segment, holdings=held)


def _within(holding: Holding, named: dict[str, set[str]], around: str) -> Holding:
    town = _lone_town(holding)
    if not town:
        return holding
    told = named.get(town, set())
    (county,) = told if len(told) == 1 else (around if not told else "",)
    if not county:
        return holding
    derived = holding.derived if "unit" in holding.derived else ("unit", *holding.derived)
    return replace(holding, unit=f"{county}{holding.unit}", derived=derived)


def _lone_town(holding: Holding) -> str:
    """The town that the unit begins with, where nothing says in which county; else empty."""
    located = locate(holding.unit or "")
    alone = located.places and located.places[0].level in TOWNS and not located.lead
    return located.places[0].text if alone else ""


def _county(located: Located) -> str:
    """The county of a unit with all that stands above it; of a zone, a whole city or no place it is empty."""
    if any(place.zone for place in located.places):
        return ""
    return next((place.text for place in located.places if place.level in COUNTIES), "")


def _named_with_county(segments: Iterable[Segment]) -> dict[str, set[str]]:
    """The counties under which each town's own name is written."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in _holdings(segments):
        located = locate(each.unit or "")
        if county := _county(located):
            towns = (place.text for place in located.places if place.level in TOWNS)
            for town in towns:
                found[town.removeprefix(county)].add(county)
    return found


def _holdings(segments: Iterable[Segment]) -> Iterator[Holding]:
    return (holding for segment in segments for holding in segment.holdings if holding.unit)


def _surrounded(segments: Sequence[Segment]) -> dict[int, str]:
    """By number the stretches with a town alone beside a post in the one county a résumé names, or between such posts.

    Towns alone at the end of a career count as between.
    """
    main = {number: each for number, each in enumerate(segments) if each.parent is None and each.kind == "work"}
    counties = {_county(locate(each.unit or "")) for each in _holdings(main.values()) if each.kind != "secondment"}
    counties -= {""}
    if len(counties) != 1:
        return {}
    found: list[int] = []
    waiting: list[int] = []
    within = False
    for number, each in main.items():
        if _is_alone(each):
            waiting += [number] if within else []
            continue
        within, surrounded = _is_within(each), waiting
        found += [*surrounded, number] if within else []
        waiting = []
    return dict.fromkeys([*found, *waiting], counties.pop())


def _is_alone(segment: Segment) -> bool:
    """Whether all posts of a stretch are in towns of which it does not say where they are."""
    return bool(segment.holdings) and all(_lone_town(each) for each in segment.holdings)


def _is_within(segment: Segment) -> bool:
    """Whether all posts of a stretch are in a county or in a town named alone."""
    held = [each for each in segment.holdings if each.kind != "secondment"]
    return bool(held) and all(_county(locate(each.unit or "")) or _lone_town(each) for each in held)
