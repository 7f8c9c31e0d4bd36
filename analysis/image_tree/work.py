"""The projects a cadre answered for, each with its grade and what was seen on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from analysis.image_tree.phrases import Coded, Items, Phrase
from analysis.image_tree.rules import rules
from analysis.image_tree.view import View, date_number
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.spot_check import SpotCheck
from graph.model.records.work_project import WorkProject
from graph.model.schema import Evidence
from graph.model.values import first_day, last_day


@dataclass(frozen=True)
class Work:
    """One project as the cadre carried it: role, the department's last grade, spot checks."""

    project: WorkProject
    roles: tuple[str, ...]
    evaluation: ProjectEvaluation | None
    checks: tuple[SpotCheck, ...]

    @property
    def year(self) -> int:
        """The project's year; 0 where it has none."""
        return self.project.year or 0

    @property
    def grade(self) -> str | None:
        """The department's grade, None while there is none."""
        return self.evaluation.grade if self.evaluation else None

    @property
    def competencies(self) -> Mapping[str, str]:
        """The names of the competencies it exercises, by id."""
        return {edge.id: edge.name for edge in self.project.competencies if edge.name}

    @property
    def led(self) -> bool:
        """Whether the cadre led it."""
        return self.has_role("lead_roles")

    def has_role(self, roles: str) -> bool:
        """Whether one of the cadre's roles is in that list of the rules."""
        return bool(rules().lists[roles].intersection(self.roles))

    def graded(self, grades: str) -> bool:
        """Whether the grade is in that list of the rules."""
        return self.grade in rules().lists[grades]

    @property
    def agreed(self) -> bool:
        """Whether a spot check found it well done and none found it badly done."""
        found = {check.severity for check in self.checks}
        return bool(found & rules().lists["agreeing_checks"]) and not self.refuted

    @property
    def refuted(self) -> bool:
        """Whether a spot check found grave problems."""
        return any(check.severity in rules().lists["disagreeing_checks"] for check in self.checks)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What states the project, its grade and the spot checks."""
        judged = self.evaluation.sources if self.evaluation else ()
        return self.project.sources + judged + tuple(each for check in self.checks for each in check.sources)

    @property
    def named(self) -> Phrase:
        """`断头路征迁（市交通运输局，2022）`."""
        return Phrase("project", {"title": self.title, "unit": self.project.unit_name or "", "year": self.year})

    @property
    def title(self) -> str:
        """The project's title."""
        return self.project.title or ""

    @property
    def grade_value(self) -> Coded:
        """The grade, to be shown."""
        return Coded("project_grade", self.grade or "")


def works(view: View) -> tuple[Work, ...]:
    """The cadre's projects, oldest first, then by title and id."""
    evaluations, checks = view.of(ProjectEvaluation), view.of(SpotCheck)
    found = [
        Work(project, _names(mine), _last(project, mine, evaluations), _checks_of(project, mine, checks))
        for project in view.of(WorkProject)
        if (mine := _roles(view, project))
    ]
    return tuple(sorted(found, key=lambda work: (work.year, work.title, work.project.id)))


@dataclass(frozen=True)
class _Role:
    """One stretch [start, end) in which the cadre answered for a project; None is open or not stated."""

    name: str | None
    start: str | None
    end: str | None

    def begun_by(self, day: str | None) -> bool:
        """Whether the cadre had taken the work on when something of that day was seen."""
        return not (self.start and day) or first_day(self.start) <= last_day(day)

    def running_on(self, day: str | None) -> bool:
        """Whether the cadre answered for the work when something of that day was seen."""
        return self.begun_by(day) and not (self.end and day and first_day(self.end) <= first_day(day))


def _roles(view: View, project: WorkProject) -> tuple[_Role, ...]:
    """What the cadre had answered for by the day; a role given up before the project's year is none in it."""
    values = (edge.values for edge in project.responsible if edge.id == view.cadre.id)
    mine = [_Role(each.get("role"), each.get("start"), each.get("end")) for each in values]
    year = f"{project.year:04d}" if project.year else None
    return tuple(each for each in mine if each.begun_by(view.as_of) and not _over_before(each.end, year))


def _over_before(end: str | None, year: str | None) -> bool:
    return bool(end and year) and first_day(str(end)) <= first_day(str(year))


def _names(mine: Iterable[_Role]) -> tuple[str, ...]:
    return tuple(sorted({each.name for each in mine if each.name}))


def _last(
    project: WorkProject, mine: Iterable[_Role], evaluations: Iterable[ProjectEvaluation]
) -> ProjectEvaluation | None:
    """The department's last grade, leaving out what it gave before the cadre took the work on."""
    final = rules().lists["final_stages"]
    found = [
        each
        for each in evaluations
        if each.grade
        and project.id in {edge.id for edge in each.project}
        and any(role.begun_by(each.evaluated_on) for role in mine)
    ]
    return max(found, key=lambda each: (each.stage in final, date_number(each.evaluated_on), each.id), default=None)


def _checks_of(project: WorkProject, mine: Iterable[_Role], checks: Iterable[SpotCheck]) -> tuple[SpotCheck, ...]:
    """What was seen on the spot while the cadre answered for the work."""
    return tuple(
        check
        for check in checks
        if project.id in {edge.id for edge in check.project} and any(role.running_on(check.date) for role in mine)
    )


def by_competency(found: Iterable[Work], wanted: Callable[[Work], bool]) -> list[tuple[str, list[Work]]]:
    """The wanted works by the name of the competency, in the order of the names."""
    groups: dict[str, list[Work]] = {}
    for work in found:
        if wanted(work):
            for name in work.competencies.values():
                groups.setdefault(name, []).append(work)
    return sorted(groups.items())


def names_of(found: Iterable[Work]) -> Items:
    """The projects one after the other, each with unit and year."""
    return Items(tuple(work.named for work in found))


def evidence_of(found: Iterable[Work]) -> tuple[Evidence, ...]:
    """All that states these projects."""
    return tuple(each for work in found for each in work.evidence)
