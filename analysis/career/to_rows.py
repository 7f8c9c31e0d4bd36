"""The trajectory as tables: everything the drawing shows, in rows that pages, terminal and exports share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.career.model import (
    Career,
    CarriedProject,
    Check,
    Components,
    Held,
    Judged,
    Marker,
    Remark,
    Sources,
    StageGrade,
    Step,
    Told,
)
from analysis.career.phrases import (
    coded,
    join,
    marker_text,
    post_text,
    rank_text,
    remark_text,
    say,
    show_counts,
    show_date,
    show_level,
    show_months,
    show_span,
    term,
)
from graph.model.words import Language


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `derived` and `disputed` name what in it was concluded, or what sources differ on."""

    text: str
    derived: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row about the record `id`, with its sources."""

    id: str
    cells: tuple[Cell, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its title, its headings, and rows of as many cells; `numeric` are the columns of numbers."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: frozenset[int] = frozenset()


def to_tables(career: Career, language: Language = "zh", names: Collection[str] = ()) -> tuple[Table, ...]:
    """The tables of a career in the order a reader wants them, or those of these names.

    A table without rows is left out, the posts never.
    """
    wanted = {name: make for name, make in _TABLES.items() if not names or name in names}
    tables = (_table(name, columns, rows(career, language), language) for name, (columns, rows) in wanted.items())
    return tuple(table for table in tables if table.rows or table.name == "posts")


_POSTS = (
    "number",
    "span",
    "length",
    "unit",
    "post",
    "level",
    "change",
    "nature",
    "portfolio",
)
_PERFORMANCE = ("number", "unit_post", "projects", "assessments", "team", "satisfying", "regretted")
_LEVELS = ("span", "level", "kind")
_PROJECTS = ("year", "project", "unit", "category", "role", "grades", "checks", "self")
_ASSESSMENTS = ("year", "whose", "kind", "grade", "detail")
_TOLD = ("year", "kind", "text")
_MARKERS = ("span", "kind", "matter", "detail")
_FINDINGS = ("place", "matter")


def _table(name: str, columns: Sequence[str], rows: Iterable[Row], language: Language) -> Table:
    headings = tuple(say(f"column.{column}", language) for column in columns)
    numeric = frozenset(index for index, column in enumerate(columns) if column in ("number", "year", "length"))
    return Table(name, say(f"table.{name}", language), headings, tuple(rows), numeric)


def _row(record_id: str, cells: Iterable[Cell | str], sources: Sources) -> Row:
    return Row(record_id, tuple(Cell(each) if isinstance(each, str) else each for each in cells), sources)


def _post(number: int, held: Held, language: Language) -> Row:
    cells = (
        str(number),
        _cell(held, show_span(held.start, held.end, held.status, language), "start", "end"),
        show_months(held.months, language),
        _cell(held, held.unit or "", "unit"),
        _cell(held, held.post or "", "post"),
        _cell(held, _level_and_rank(held, language), "rank", "level"),
        join((term("change", held.change, language), term("change", held.end_change, language)), language),
        nature(held, language),
        held.portfolio or "",
    )
    return _row(held.id, cells, held.sources)


def _with_work(career: Career) -> list[tuple[int, Held, Components]]:
    """The posts in which something was carried, assessed or told, with their number in the table of posts."""
    return [
        (number, held, held.components)
        for number, held in enumerate(career.tenures, 1)
        if held.components and (held.projects or held.assessments or held.team_assessments or held.components.regretted)
    ]


def _performance(number: int, held: Held, parts: Components, career: Career, language: Language) -> Row:
    teams = (f"{team.year} {_grade(team, language)}" for team in held.team_assessments)
    told = {
        "WorkProject": (show_counts(parts.projects_by_grade, "project_grade", language),),
        "Assessment": (show_counts(parts.assessments_by_grade, "assessment_grade", language), join(teams, language)),
        "AchievementForm": (_texts(parts.most_satisfying, language), _texts(parts.regretted, language)),
    }
    unknown = _never_collected(career)
    missing = say("not_collected", language)
    cells = (
        str(number),
        " ".join(part for part in (held.unit, post_text(held, language)) if part),
        *(missing if label in unknown else text for label, texts in told.items() for text in texts),
    )
    return _row(held.id, cells, held.sources)


def _never_collected(career: Career) -> frozenset[str]:
    """The kinds of record of which there is none at all, so that nothing in a post means unknown and not none."""
    found = {
        "WorkProject": bool(career.unplaced_projects) or any(held.projects for held in career.tenures),
        "Assessment": bool(career.assessments or career.team_assessments),
        "AchievementForm": bool(career.told or career.regretted),
    }
    return frozenset(label for label, there in found.items() if not there and label not in career.withheld)


def nature(held: Held, language: Language) -> str:
    """What kind of post it is: principal, concurrent, acting, secondment, and where it stands."""
    return join(
        (
            term("kind", held.kind, language) if held.kind != "post" else None,
            say("nature.principal", language) if held.principal else None,
            say("nature.concurrent", language) if held.concurrent else None,
            say("nature.acting", language) if held.acting else None,
            term("setting", held.setting, language),
        ),
        language,
    )


def _level_and_rank(held: Held, language: Language) -> str:
    level, short = show_level(held.level, language), show_level(held.level, "zh")
    told = held.rank in (held.level, short, f"{short}级")
    return join((level, None if told else rank_text(held.rank, language)), language)


def _cell(held: Held, text: str, *fields: str) -> Cell:
    derived, disputed = (any(field in named for field in fields) for named in (held.derived, held.disputed))
    return Cell(text, derived, disputed)


def _levels(career: Career, language: Language) -> list[Row]:
    return [
        *(_step(each, language) for each in career.staircase),
        *(
            _row(
                each.id,
                (
                    show_span(each.start, each.end, "current", language),
                    coded("grade", each.grade, language),
                    say("lane.grade", language),
                ),
                each.sources,
            )
            for each in career.grades
        ),
    ]


def _step(step: Step, language: Language) -> Row:
    span = show_span(step.start, step.end, "current", language)
    return _row(
        "", (span, Cell(show_level(step.level, language), step.derived), say("head.level", language)), step.sources
    )


def _project(project: CarriedProject, language: Language) -> Row:
    grades = (_stage_grade(each, language) for each in project.grades)
    cells = (
        str(project.year),
        project.title,
        project.unit or "",
        coded("project_category", project.category, language),
        coded("project_role", project.role, language),
        join(grades, language) or term("grade", "未评", language),
        join((_check(each, language) for each in project.checks), language, "sentence"),
        join(
            (
                say("told.satisfied", language) if project.satisfied else None,
                say("told.regretted", language) if project.regretted else None,
            ),
            language,
        ),
    )
    return _row(project.id, cells, project.sources)


def _stage_grade(each: StageGrade, language: Language) -> str:
    parts = (coded("evaluation_stage", each.stage, language), coded("project_grade", each.grade, language), each.reason)
    return join(parts, language, "gap")


def _check(check: Check, language: Language) -> str:
    parts = (show_date(check.date, language), coded("check_result", check.severity, language), check.finding)
    return join(parts, language, "gap")


def _judged(each: Judged, language: Language) -> Row:
    kind = join((coded("assessment_kind", each.kind, language), each.period), language, "gap")
    cells = (str(each.year), each.team or say("own", language), kind, _grade_cell(each, language), each.comment or "")
    return _row(each.id, cells, each.sources)


def _grade_cell(each: Judged, language: Language) -> Cell:
    return Cell(_grade(each, language), disputed="grade" in each.disputed)


def _grade(each: Judged, language: Language) -> str:
    return coded("assessment_grade", each.grade or "未评", language)


def _told(each: Told, kind: str, language: Language) -> Row:
    return _row(each.id, (str(each.year), say(f"told.{kind}", language), each.text), each.sources)


def _marker(marker: Marker, language: Language) -> Row:
    span = (
        show_date(marker.start, language)
        if marker.moment
        else show_span(marker.start, marker.end, marker.status, language)
    )
    effect = {True: "effect.running", False: "effect.over", None: "effect.open"}[marker.in_effect]
    state = say(effect, language) if marker.takes_effect else None
    detail = join((state, marker.detail, marker.basis), language, "sentence")
    cells = (
        Cell(span, "end" in marker.derived),
        term("marker", marker.kind, language),
        marker_text(marker, language),
        detail,
    )
    return _row(marker.id, cells, marker.sources)


def _finding(remark: Remark, language: Language) -> Row:
    return _row(remark.code, (remark.place or "", remark_text(remark, language)), remark.sources)


def _texts(told: Sequence[Told], language: Language) -> str:
    return join((f"{each.year} {each.text}" for each in told), language, "sentence")


def _posts(career: Career, language: Language) -> list[Row]:
    return [_post(number, each, language) for number, each in enumerate(career.tenures, 1)]


def _performances(career: Career, language: Language) -> list[Row]:
    return [_performance(*each, career, language) for each in _with_work(career)]


def _projects(career: Career, language: Language) -> list[Row]:
    projects = (*(each for held in career.tenures for each in held.projects), *career.unplaced_projects)
    return [_project(each, language) for each in projects]


def _judgements(career: Career, language: Language) -> list[Row]:
    return [_judged(each, language) for each in (*career.assessments, *career.team_assessments)]


def _all_told(career: Career, language: Language) -> list[Row]:
    told = [(each, "satisfied") for each in career.told] + [(each, "regretted") for each in career.regretted]
    return [_told(each, kind, language) for each, kind in told]


def _markers(career: Career, language: Language) -> list[Row]:
    return [_marker(each, language) for each in career.markers]


def _findings(career: Career, language: Language) -> list[Row]:
    return [_finding(each, language) for each in career.findings]


_TABLES: Mapping[str, tuple[Sequence[str], Callable[[Career, Language], list[Row]]]] = {
    "posts": (_POSTS, _posts),
    "performance": (_PERFORMANCE, _performances),
    "levels": (_LEVELS, _levels),
    "projects": (_PROJECTS, _projects),
    "assessments": (_ASSESSMENTS, _judgements),
    "told": (_TOLD, _all_told),
    "markers": (_MARKERS, _markers),
    "findings": (_FINDINGS, _findings),
}
