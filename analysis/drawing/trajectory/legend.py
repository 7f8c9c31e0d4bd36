"""The legend: every sign that the drawing uses, and only those."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from analysis.career.phrases import coded, say
from analysis.drawing.label import label
from analysis.drawing.palette import both, fill, stroke
from analysis.drawing.svg import Element, element, group
from analysis.drawing.text import text_width
from analysis.drawing.trajectory.canvas import NARROW, SMALL, Canvas, Part
from analysis.drawing.trajectory.glyphs import check_glyph, pattern_fill, project_glyph, told_glyph

ROW = 18
LEFT = 24
Sign = Callable[[float, float], Element]


def draw_legend(canvases: Sequence[Canvas], y: float) -> Part:
    """The signs of these drawings with their meaning, each once, in as many rows as the width needs."""
    shapes = []
    entries = {text: sign for canvas in canvases for sign, text in _entries(canvas)}
    x, row, edge = float(LEFT), 0, canvases[0].width - LEFT
    for text, sign in entries.items():
        width = (22 if sign else 0) + text_width(text, SMALL) + 18
        if x + width > edge and x > LEFT:
            x, row = float(LEFT), row + 1
        middle = y + 10 + row * ROW
        if sign:
            shapes.append(sign(x, middle))
        shapes.append(label(x + (22 if sign else 0), middle + 4, text, SMALL))
        x += width
    return Part(tuple(shapes), (), 24 + row * ROW)


def _entries(canvas: Canvas) -> Iterator[tuple[Sign | None, str]]:
    career, language = canvas.career, canvas.language
    posts = [each for each in career.tenures if each.kind in ("post", "rank")]
    if any(each.principal for each in posts):
        yield _box(fill("accent")), say("legend.principal", language)
    if any(not each.principal for each in posts):
        yield _box(both("accent-pale", "accent"), 0.6), say("legend.other", language)
    if any(each.concurrent for each in posts):
        yield _box(both("accent-pale", "accent"), 1.2, "4 2.5"), say("legend.concurrent", language)
    if any(each.kind == "rank" for each in posts):
        yield _box(both("paper", "accent"), 1.2), say("legend.rank", language)
    if any(not (canvas.extents[each.id].start_known and canvas.extents[each.id].end_known) for each in posts):
        yield _box(both("accent-pale", "accent"), 1.2, "1.5 2.5"), say("legend.unknown_end", language)
    if any(each.kind == "secondment" for each in career.markers):
        yield _box(_pattern(canvas, "secondment", "accent"), 0.9), say("legend.secondment", language)
    if any(each.derived for each in career.tenures):
        yield _dotted, say("legend.derived", language)
    if any(each.setting for each in posts):
        yield None, say("legend.setting", language)
    if any(_is_narrow(canvas, each.id) for each in posts):
        yield None, say("legend.number", language)
    yield from _work(canvas)
    yield from _gaps(canvas)


def _work(canvas: Canvas) -> Iterator[tuple[Sign | None, str]]:
    career, language = canvas.career, canvas.language
    projects = [*(each for held in career.tenures for each in held.projects), *career.unplaced_projects]
    for grade in ("好", "较好", "一般", "差", None):
        if any(each.grade == grade for each in projects):
            yield _grade(grade), coded("project_grade", grade or "未评", language)
    if any(each.checks for each in projects):
        yield _check, say("legend.check", language)
    if career.told:
        yield _told(up=True), say("legend.satisfied", language)
    if career.regretted:
        yield _told(up=False), say("legend.regretted", language)
    if career.assessments or career.team_assessments:
        yield None, say("legend.assessment", language)
    if career.team_assessments:
        yield None, say("legend.teams", language)
    kinds = {each.kind for each in career.markers}
    if "punishment" in kinds:
        yield _box(_pattern(canvas, "effect", "weakness"), 0.9), say("legend.effect", language)
    if "measure" in kinds:
        yield _box({**stroke("weakness"), "fill": "none"}, 0.9, "2.4 1.8"), say("legend.measure", language)


def _gaps(canvas: Canvas) -> Iterator[tuple[Sign | None, str]]:
    if canvas.career.gaps:
        yield _box(_pattern(canvas, "gap", "muted"), 0.9), say("legend.gap", canvas.language)


def _is_narrow(canvas: Canvas, record_id: str) -> bool:
    extent = canvas.extents[record_id]
    return (extent.end - extent.start) * canvas.scale.month < NARROW


def _pattern(canvas: Canvas, kind: str, colour: str) -> dict[str, str]:
    return stroke(colour) | {"fill": pattern_fill(canvas.name, kind)}


def _box(look: dict[str, str], line: float = 0, dash: str | None = None) -> Sign:
    return lambda x, y: element(
        "rect", x=x, y=y - 5.5, width=16, height=11, rx=2, stroke_width=line, stroke_dasharray=dash, **look
    )


def _dotted(x: float, y: float) -> Element:
    return element("path", d=f"M{x:g} {y + 3:g}h16", stroke_width=1.4, stroke_dasharray="1.4 2", **stroke("accent"))


def _grade(grade: str | None) -> Sign:
    return lambda x, y: project_glyph(x + 8, y, grade)


def _check(x: float, y: float) -> Element:
    return group(check_glyph(x + 4, y, None), check_glyph(x + 12, y, "问题较轻"))


def _told(*, up: bool) -> Sign:
    return lambda x, y: told_glyph(x + 8, y, up=up)
