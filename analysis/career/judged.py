"""The assessments of the cadre and of the teams, by year, and the tenures they fall into."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.career.data_files import rules
from analysis.career.day import Day
from analysis.career.model import Held, Judged
from analysis.career.posts import nearness
from analysis.career.work import SERVING, shared_months, year_span
from graph.model.dossier import Dossier
from graph.model.records.assessment import Assessment


def own_assessments(dossier: Dossier, tenures: Sequence[Held], day: Day) -> tuple[Judged, ...]:
    """The cadre's own assessments whose period was over by the day, by year.

    An assessment falls into the tenures held longest in its year: one, or several held side by side.
    """
    own = [each for each in dossier.of(Assessment) if not each.unit_name]
    return _in_order([_judged(each, _longest_in(each.year or 0, tenures)) for each in own if _over(each, day)])


def team_assessments(dossier: Dossier, tenures: Sequence[Held], day: Day) -> tuple[Judged, ...]:
    """The assessments of the teams in which the cadre served that year, beside the tenures there."""
    found = []
    for each in dossier.team_assessments:
        there = [tenure for tenure in _longest_in(each.year or 0, tenures) if _in_team(tenure, each)]
        if there and _over(each, day):
            found.append(_judged(each, there))
    return _in_order(found)


def _in_team(tenure: Held, assessment: Assessment) -> bool:
    return nearness(tenure.unit, assessment.unit_name) >= 2


def _in_order(found: list[Judged]) -> tuple[Judged, ...]:
    return tuple(
        sorted(found, key=lambda each: (each.year, each.kind or "", each.period or "", each.team or "", each.id))
    )


def _judged(record: Assessment, tenures: Sequence[Held]) -> Judged:
    return Judged(
        id=record.id,
        year=record.year or 0,
        kind=record.kind,
        period=record.period,
        grade=record.grade,
        score=record.score,
        team=record.unit_name,
        comment=record.comment,
        tenures=tuple(tenure.id for tenure in tenures),
        disputed=record.disputed,
        sources=record.sources,
    )


def _over(record: Assessment, day: Day) -> bool:
    if record.year is None:
        return False
    last = rules("periods").get(record.period or "", "12-31")
    return f"{record.year:04d}-{last}" <= day.text


def _longest_in(year: int, tenures: Sequence[Held]) -> list[Held]:
    start, end = year_span(year)
    months = {
        each.id: shared_months(each.start, each.end, start, end)
        for each in tenures
        if each.kind in SERVING and each.start is not None and (each.end is not None or each.status != "unknown")
    }
    most = max(months.values(), default=0)
    return [each for each in tenures if most and months.get(each.id) == most]
