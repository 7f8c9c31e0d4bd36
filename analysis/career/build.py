"""From a dossier to a career: a pure function of the records and the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.career.day import Day, as_day
from analysis.career.gaps import find_gaps, find_overlaps
from analysis.career.head import build_head
from analysis.career.judged import own_assessments, team_assessments
from analysis.career.markers import build_markers
from analysis.career.model import Career, CarriedProject, Components, Held, Judged, Stretch, Told
from analysis.career.remarks import build_findings
from analysis.career.stages import growth_stages
from analysis.career.staircase import claims, grade_spells, staircase
from analysis.career.tenures import build_tenures, goes_on
from analysis.career.work import SERVING, carried_projects, laid_to_tenures, shared_months, told, year_span
from graph.model.codes import code_list
from graph.model.dossier import Dossier
from graph.model.records.career_segment import CareerSegment

UNGRADED = "未评"


def build_career(dossier: Dossier, as_of: str | None = None, *, today: str) -> Career:
    """The career as of a day in the world, `today` where none is given; raises InputError for what is not a date.

    A partial date is its first day; what began later is left out, what ended later is shown as current.
    """
    day = as_day(as_of or today)
    said = claims(dossier, day)
    steps, grades = staircase(said, day), grade_spells(dossier, day)
    bare = build_tenures(dossier, said, day)
    laid = laid_to_tenures(carried_projects(dossier, day), bare)
    own, team = own_assessments(dossier, bare, day), team_assessments(dossier, bare, day)
    satisfied, regretted = told(dossier, day, regret=False), told(dossier, day, regret=True)
    tenures = tuple(_filled(each, laid, own, team, (satisfied, regretted)) for each in bare)
    segments = _segments(dossier, day)
    ahead = frozenset(each.id for each in dossier.of(CareerSegment) if each.end and not day.ended(each.end))
    gaps, overlaps = find_gaps(tenures, segments, day), find_overlaps(tenures, segments, ahead)
    unplaced = laid.get(None, ())
    head = build_head(dossier, tenures, steps, grades, day)
    return Career(
        head=head,
        as_of=day.text,
        tenures=tenures,
        staircase=steps,
        grades=grades,
        segments=segments,
        assessments=own,
        team_assessments=team,
        told=satisfied,
        regretted=regretted,
        unplaced_projects=unplaced,
        markers=build_markers(dossier, day),
        gaps=gaps,
        overlaps=overlaps,
        stages=growth_stages(tenures),
        findings=build_findings(dossier, tenures, gaps, overlaps, unplaced, head, (*own, *team)),
        withheld=tuple(sorted(dossier.withheld)),
    )


def held_on(dossier: Dossier, as_of: str) -> dict[str, Held]:
    """The tenures held on a day by id, with level and unit as the career has them, of posts and ranks alone."""
    day = as_day(as_of)
    return {each.id: each for each in goes_on(dossier, claims(dossier, day), day)}


def _filled(
    held: Held,
    laid: Mapping[str | None, tuple[CarriedProject, ...]],
    own: Sequence[Judged],
    team: Sequence[Judged],
    forms: tuple[Sequence[Told], Sequence[Told]],
) -> Held:
    projects = laid.get(held.id, ())
    assessments = tuple(each for each in own if held.id in each.tenures)
    satisfied, regretted = (tuple(each for each in told_ if _belongs(each, held, projects)) for told_ in forms)
    annual = Counter(each.grade or UNGRADED for each in assessments if each.kind in (None, "年度考核"))
    grades = Counter(each.grade or UNGRADED for each in projects)
    return replace(
        held,
        projects=projects,
        assessments=assessments,
        team_assessments=tuple(each for each in team if held.id in each.tenures),
        components=Components(
            months=held.months,
            projects_by_grade=_counted(grades, (*code_list("project_grade").names, UNGRADED)),
            assessments_by_grade=_counted(annual, (*code_list("assessment_grade").names, UNGRADED)),
            most_satisfying=satisfied,
            regretted=regretted,
        ),
    )


def _counted(counts: Counter[str], order: Sequence[str]) -> Mapping[str, int]:
    return {name: counts[name] for name in order if counts[name]}


def _belongs(each: Told, held: Held, projects: Sequence[CarriedProject]) -> bool:
    """By the project it names; a form that names none belongs to the main post of most of its year."""
    if each.projects:
        return any(project.id in each.projects for project in projects)
    serving = held.kind in SERVING and held.kind != "secondment" and not held.concurrent and held.start is not None
    return serving and shared_months(held.start, held.end, *year_span(each.year)) > 6


def _segments(dossier: Dossier, day: Day) -> tuple[Stretch, ...]:
    found = []
    for each in dossier.of(CareerSegment):
        if day.began(each.start):
            end, status = day.state(each.end, "current" if each.open else "unknown")
            text, within = each.text or "", bool(each.within)
            found.append(Stretch(each.id, each.start, end, status, each.kind, text, each.line, within, each.sources))
    return tuple(sorted(found, key=lambda each: (each.start or "9999", each.line or 0, each.id)))
