"""The work laid to tenures: projects with their grades, spot checks and year-end forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analysis.career.day import Day
from analysis.career.model import CarriedProject, Check, Held, StageGrade, Told
from analysis.career.posts import is_party_title, nearness
from graph.model.dossier import Dossier
from graph.model.records.achievement_form import AchievementForm
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.spot_check import SpotCheck
from graph.model.records.work_project import WorkProject
from graph.model.schema import Edge
from graph.model.values import first_day, month_index

SERVING = ("post", "rank", "secondment")
_FAR = 9999 * 12


def carried_projects(dossier: Dossier, day: Day) -> tuple[CarriedProject, ...]:
    """The projects the cadre answers for that had begun by the day, by year and title."""
    forms = _forms(dossier, day)
    made = [
        _carried(project, edge, dossier, day, forms)
        for project in dossier.of(WorkProject)
        for edge in project.responsible
        if edge.id == dossier.cadre.id and project.year is not None
    ]
    begun = [each for each in made if day.began(each.start)]
    return tuple(sorted(begun, key=lambda each: (each.start, each.title, each.id)))


def laid_to_tenures(
    projects: Sequence[CarriedProject], tenures: Sequence[Held]
) -> Mapping[str | None, tuple[CarriedProject, ...]]:
    """The projects by the id of the tenure they belong to; under None those that no tenure fits.

    A project belongs to the tenure of the nearest unit at the time; among equals to the one that shares most months
    with it, then to the post that runs the work rather than a seat in the Party group.
    """
    laid: dict[str | None, list[CarriedProject]] = defaultdict(list)
    for project in projects:
        laid[_home(project, tenures)].append(project)
    return {key: tuple(found) for key, found in laid.items()}


def told(dossier: Dossier, day: Day, *, regret: bool) -> tuple[Told, ...]:
    """What the achievement forms say was most satisfying, or with `regret` what is regretted, by year."""
    found = []
    for form in _forms(dossier, day):
        text = form.regretted if regret else form.most_satisfied
        edges = form.regretted_project if regret else form.satisfied_project
        if text or edges:
            names = tuple(edge.name for edge in edges)
            ids = tuple(edge.id for edge in edges)
            found.append(Told(form.id, form.year or 0, text or "、".join(names), ids, form.sources))
    return tuple(sorted(found, key=lambda each: (each.year, each.id)))


def shared_months(start: str | None, end: str | None, other_start: str | None, other_end: str | None) -> int:
    """Months two half-open intervals share; an unknown bound is open."""
    first = max(_index(start, 0), _index(other_start, 0))
    last = min(_index(end, _FAR), _index(other_end, _FAR))
    return max(0, last - first)


def year_span(year: int) -> tuple[str, str]:
    """A year as a half-open interval."""
    return f"{year:04d}-01", f"{year + 1:04d}-01"


def _home(project: CarriedProject, tenures: Sequence[Held]) -> str | None:
    best: tuple[tuple[int, int, bool, bool, bool], str] | None = None
    for tenure in tenures:
        near = nearness(tenure.unit, project.unit) if tenure.kind in SERVING else 0
        months = near and shared_months(tenure.start, tenure.end, project.start, project.end)
        if months:
            fit = (near, months, not is_party_title(tenure.post), bool(tenure.principal), not tenure.concurrent)
            best = max(best, (fit, tenure.id), key=lambda each: each[0]) if best else (fit, tenure.id)
    return best[1] if best else None


def _forms(dossier: Dossier, day: Day) -> list[AchievementForm]:
    return [
        form
        for form in dossier.of(AchievementForm)
        if form.year is not None and day.ended(form.submitted_on or year_span(form.year)[1])
    ]


def _carried(
    project: WorkProject, edge: Edge, dossier: Dossier, day: Day, forms: Sequence[AchievementForm]
) -> CarriedProject:
    year = project.year or 0
    start, end = year_span(year)
    grades = _grades(project, dossier, day)
    last = grades[-1] if grades else None
    return CarriedProject(
        id=project.id,
        title=project.title or "",
        year=year,
        unit=project.unit_name,
        role=edge.values.get("role"),
        category=project.category,
        start=edge.values.get("start") or start,
        end=edge.values.get("end") or end,
        grade=last.grade if last else None,
        grade_stage=last.stage if last else None,
        grades=grades,
        checks=_checks(project, dossier, day),
        satisfied=tuple(form.year or 0 for form in forms if _names(form.satisfied_project, project)),
        regretted=tuple(form.year or 0 for form in forms if _names(form.regretted_project, project)),
        sources=project.sources,
    )


def _grades(project: WorkProject, dossier: Dossier, day: Day) -> tuple[StageGrade, ...]:
    found = [
        StageGrade(each.id, each.stage, each.grade, each.evaluated_on, each.comment, each.reason, each.sources)
        for each in dossier.of(ProjectEvaluation)
        if each.grade and _names(each.project, project) and day.began(each.evaluated_on)
    ]
    return tuple(sorted(found, key=lambda each: (first_day(each.evaluated_on or "0000"), each.stage or "", each.id)))


def _checks(project: WorkProject, dossier: Dossier, day: Day) -> tuple[Check, ...]:
    found = [
        Check(each.id, each.date, each.mode, each.severity, each.finding, each.sources)
        for each in dossier.of(SpotCheck)
        if _names(each.project, project) and day.began(each.date)
    ]
    return tuple(sorted(found, key=lambda each: (first_day(each.date or "0000"), each.id)))


def _names(edges: Sequence[Edge], project: WorkProject) -> bool:
    return any(edge.id == project.id for edge in edges)


def _index(date: str | None, unknown: int) -> int:
    return month_index(date) if date else unknown
