"""The lanes of work: projects with the department's grades, what is told of oneself, assessments by year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from analysis.career.model import CarriedProject, Judged, Told
from analysis.career.phrases import coded, join, say, show_counts, show_date, words
from analysis.drawing.label import label
from analysis.drawing.palette import both
from analysis.drawing.svg import Element, element, group
from analysis.drawing.text import Type, text_width
from analysis.drawing.trajectory.canvas import SMALL, Canvas, Part
from analysis.drawing.trajectory.glyphs import check_glyph, project_glyph, told_glyph
from analysis.drawing.trajectory.lanes import empty_lane, lane

PITCH = 14
MOST_ROWS = 5
SQUARE = 17
LOW = ("基本称职", "基本合格", "不称职", "不合格", "一般", "较差")
GRADED = Type(10.5, bold=True, anchor="middle")
_MORE = Type(10.5, colour="muted", anchor="middle")


def project_lane(canvas: Canvas, y: float) -> Part:
    """Every project in its year as a sign of its grade, and under a post how many of each grade."""
    career = canvas.career
    projects = [*(each for held in career.tenures for each in held.projects), *career.unplaced_projects]
    if not projects:
        return empty_lane(canvas, y, "projects", "WorkProject", "ProjectEvaluation")
    shapes: list[Element] = []
    deepest = 1
    for year, found in sorted(_by_year(projects).items()):
        drawn, rows = _year(canvas, year, found, y + 13)
        shapes += drawn
        deepest = max(deepest, rows)
    bottom = y + 13 + deepest * PITCH
    sums = _sums(canvas, bottom + 5)
    return lane(canvas, y, "projects", [*shapes, *sums], bottom - y + (10 if sums else 0))


def told_lane(canvas: Canvas, y: float) -> Part:
    """What the achievement forms say of the year: most satisfying above, regretted beside it."""
    told = [(each, True) for each in canvas.career.told] + [(each, False) for each in canvas.career.regretted]
    if not told:
        return empty_lane(canvas, y, "forms", "AchievementForm")
    both_in = {each.year for each, up in told if up} & {each.year for each, up in told if not up}
    shapes = []
    for each, up in told:
        shift = 0 if each.year not in both_in else -6.5 if up else 6.5
        shapes.append(_told(canvas, each, canvas.scale.at(f"{each.year:04d}-07") + shift, y + 13, up=up))
    return lane(canvas, y, "forms", shapes, 26)


def assessment_lane(canvas: Canvas, y: float) -> Part:
    """The annual grades by year; under them other assessments, and those of the team as rounds."""
    career = canvas.career
    annual = [each for each in career.assessments if each.kind in (None, "年度考核")]
    other = [each for each in career.assessments if each not in annual]
    rows = [row for row in (annual, other, list(career.team_assessments)) if row]
    if not rows:
        return empty_lane(canvas, y, "assessments", "Assessment")
    shapes: list[Element] = []
    taken = 0
    for row in rows:
        drawn, deep = _assessed(canvas, row, y + 14 + taken * (SQUARE + 4))
        shapes += drawn
        taken += deep
    return lane(canvas, y, "assessments", shapes, 28 + (taken - 1) * (SQUARE + 4))


def _by_year(projects: Sequence[CarriedProject]) -> dict[int, list[CarriedProject]]:
    years: dict[int, list[CarriedProject]] = defaultdict(list)
    for each in projects:
        years[each.year].append(each)
    return years


def _year(canvas: Canvas, year: int, projects: Sequence[CarriedProject], y: float) -> tuple[list[Element], int]:
    """The signs of one year in columns, and how many rows they take; what has no room is counted."""
    space = canvas.scale.at(f"{year + 1:04d}") - canvas.scale.at(f"{year:04d}")
    columns = max(1, int(min(space, canvas.scale.x(canvas.scale.now) - canvas.scale.at(f"{year:04d}") + 2) // PITCH))
    room = columns * MOST_ROWS
    shown = list(projects) if len(projects) <= room else list(projects[: room - 1])
    left = canvas.scale.at(f"{year:04d}") + PITCH / 2
    shapes = []
    for index, each in enumerate(shown):
        x, middle = left + index % columns * PITCH, y + index // columns * PITCH
        checks = [check_glyph(x + 5, middle - 5, check.severity) for check in each.checks[-1:]]
        shape = group(project_glyph(x, middle, each.grade), checks)
        shapes.append(canvas.about(each.id, shape, project_title(each, canvas)))
    if len(shown) < len(projects):
        place = left + (room - 1) % columns * PITCH
        more = label(place, y + (MOST_ROWS - 1) * PITCH + 4, f"+{len(projects) - len(shown)}", _MORE)
        shapes.append(canvas.about("", group(more), "\n".join(each.title for each in projects[len(shown) :])))
    return shapes, min(MOST_ROWS, -(-len(projects) // columns))


def project_title(each: CarriedProject, canvas: Canvas) -> str:
    """What there is to say of a project, in lines."""
    language = canvas.language
    grades = (
        f"{coded('evaluation_stage', grade.stage, language)} {coded('project_grade', grade.grade, language)}".strip()
        for grade in each.grades
    )
    checks = (
        f"{show_date(check.date, language)} {coded('check_result', check.severity, language)}" for check in each.checks
    )
    told = (
        say("told.satisfied", language) if each.satisfied else None,
        say("told.regretted", language) if each.regretted else None,
    )
    lines = (
        f"{each.year} {each.title}",
        join((coded("project_role", each.role, language), each.unit), language),
        join(grades, language) or coded("project_grade", "未评", language),
        join(checks, language),
        join(told, language),
    )
    return "\n".join(line for line in lines if line)


def _sums(canvas: Canvas, y: float) -> list[Element]:
    """Under each post its counts by grade, where they fit between its neighbours."""
    shapes: list[Element] = []
    reached = canvas.scale.left
    for held in canvas.career.tenures:
        if not held.projects or held.components is None:
            continue
        text = show_counts(held.components.projects_by_grade, "project_grade", canvas.language)
        years = [each.year for each in held.projects]
        start, end = canvas.scale.at(f"{min(years):04d}"), canvas.scale.at(f"{max(years) + 1:04d}")
        width = text_width(text, SMALL)
        x = min(max((start + end - width) / 2, canvas.scale.left), canvas.scale.right - width)
        if x >= reached and width <= end - start + 30:
            shapes.append(label(x, y, text, SMALL))
            reached = x + width + 8
    return shapes


def _told(canvas: Canvas, each: Told, x: float, y: float, *, up: bool) -> Element:
    kind = say("told.satisfied" if up else "told.regretted", canvas.language)
    return canvas.about(each.id, group(told_glyph(x, y, up=up)), f"{each.year} {kind}\n{each.text}")


def _assessed(canvas: Canvas, row: Sequence[Judged], y: float) -> tuple[list[Element], int]:
    """The letters of a row and how many lines they take: those of one year side by side where it has the room."""
    years = Counter(each.year for each in row)
    drawn: Counter[int] = Counter()
    shapes: list[Element] = []
    deepest = 1
    for each in row:
        count, place = years[each.year], drawn[each.year]
        drawn[each.year] += 1
        start, end = (canvas.scale.at(f"{year:04d}") for year in (each.year, each.year + 1))
        # Beside a neighbour's letters there is no more room than the year is wide.
        beside = max(1, int((end - start + 1) // (SQUARE + 1)))
        line, column = divmod(place, beside)
        width = min(beside, count - line * beside)
        middle = max(canvas.scale.at(f"{each.year:04d}-07"), canvas.scale.left + width * (SQUARE + 1) / 2 + 1)
        x = middle + (column - (width - 1) / 2) * (SQUARE + 1)
        deepest = max(deepest, line + 1)
        shape = _mark(canvas, each, x, y + line * (SQUARE + 4))
        shapes.append(canvas.about(each.id, shape, _judged_title(canvas, each)))
    return shapes, deepest


def _mark(canvas: Canvas, each: Judged, x: float, y: float) -> Element:
    """A letter in a square, for a team in a round: filled for the best, a thick frame for the low grades."""
    key = f"assessment.mark.{each.grade}"
    text = say(key if key in words() else "assessment.mark.none", canvas.language)
    best, low = each.grade in ("优秀", "好"), each.grade in LOW
    frame = element(
        "rect",
        x=x - SQUARE / 2,
        y=y - SQUARE / 2,
        width=SQUARE,
        height=SQUARE,
        rx=SQUARE / 2 if each.team else 3,
        stroke_width=2 if low else 1,
        **both("strength" if best else "paper", "strength" if best else "weakness" if low else "line-strong"),
    )
    colour = "on-accent" if best else "weakness" if low else "muted"
    letter = label(x, y + 4, text, Type(GRADED.size, bold=True, colour=colour, anchor="middle"))
    return group(frame, letter)


def _judged_title(canvas: Canvas, each: Judged) -> str:
    language = canvas.language
    kind = coded("assessment_kind", each.kind, language)
    grade = coded("assessment_grade", each.grade or "未评", language)
    first = " ".join(part for part in (str(each.year), each.team, kind, each.period) if part)
    return "\n".join(part for part in (f"{first}: {grade}", each.comment) if part)
