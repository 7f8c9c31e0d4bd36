"""The whole drawing: head line, axis, staircase, lanes, legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from analysis.career.model import Career
from analysis.career.phrases import coded, say, show_date, show_level, show_months
from analysis.drawing.label import label
from analysis.drawing.palette import fill, stroke, style_sheet
from analysis.drawing.svg import Element, document, element
from analysis.drawing.text import Type, text_width
from analysis.drawing.trajectory.bars import draw_staircase
from analysis.drawing.trajectory.canvas import RIGHT, WIDTH, Address, Canvas, Part
from analysis.drawing.trajectory.extents import extents
from analysis.drawing.trajectory.glyphs import patterns
from analysis.drawing.trajectory.lanes import (
    event_lane,
    gap_lane,
    grade_lane,
    membership_lane,
    spell_lane,
    training_lane,
)
from analysis.drawing.trajectory.legend import draw_legend
from analysis.drawing.trajectory.scale import scale_of
from analysis.drawing.trajectory.work_lanes import assessment_lane, project_lane, told_lane
from graph.model.values import months_between
from graph.model.words import Language

LEFT = {"zh": 96, "en": 138}
TOP = 62
TITLE = Type(18, bold=True)
LANES: tuple[Callable[[Canvas, float], Part | None], ...] = (
    membership_lane,
    spell_lane,
    grade_lane,
    project_lane,
    told_lane,
    assessment_lane,
    training_lane,
    event_lane,
    gap_lane,
)


@dataclass(frozen=True, slots=True)
class _Drawing:
    canvas: Canvas
    parts: tuple[Part, ...]
    bottom: float


def draw_trajectory(
    career: Career,
    language: Language = "zh",
    evidence_url: Address | None = None,
    *,
    standalone: bool = True,
    name: str = "trajectory",
) -> str:
    """The trajectory as SVG text, 1280 pixels wide, made to print on A4 landscape.

    `evidence_url` gives the address of a record's sources, for links on bars and signs; `standalone` embeds the style
    sheet; `name` starts the ids and must differ among the drawings of one page.
    """
    drawn = _draw(career, language, evidence_url, name)
    legend = draw_legend(drawn.canvas, drawn.bottom + 22)
    height = drawn.bottom + 22 + legend.height
    return document(
        WIDTH,
        height,
        patterns(name),
        element("rect", width=WIDTH, height=height, **fill("paper")),
        _head(drawn.canvas),
        _axis(drawn),
        [shape for part in drawn.parts for shape in part.shapes],
        [each for part in drawn.parts for each in part.names],
        _as_of(drawn),
        legend.shapes,
        name=name,
        title=say("name", language, name=career.head.name),
        description=_description(career, language),
        language=language,
        style=style_sheet() if standalone else None,
    )


def draw_lane_names(career: Career, language: Language = "zh", *, name: str = "trajectory-names") -> str:
    """The names of levels and lanes alone, as high as the drawing: for pages that let it scroll under them."""
    drawn = _draw(career, language, None, name)
    height = drawn.bottom + 22 + draw_legend(drawn.canvas, drawn.bottom + 22).height
    left = drawn.canvas.scale.left
    return document(
        left,
        height,
        element("rect", width=left, height=height, **fill("paper")),
        [each for part in drawn.parts for each in part.names],
        name=name,
        title=say("name", language, name=career.head.name),
        description=_description(career, language),
        language=language,
    )


def _draw(career: Career, language: Language, address: Address | None, name: str) -> _Drawing:
    canvas = Canvas(career, scale_of(career, LEFT[language], RIGHT), extents(career), language, name, address)
    parts = [draw_staircase(canvas, TOP)]
    y = TOP + parts[0].height
    for draw in LANES:
        part = draw(canvas, y)
        if part:
            parts.append(part)
            y += part.height
    return _Drawing(canvas, tuple(parts), y)


def _head(canvas: Canvas) -> list[Element]:
    name = canvas.career.head.name
    line = label(
        canvas.scale.left + text_width(name, TITLE) + 14, 28, " · ".join(_facts(canvas)), Type(13, colour="muted")
    )
    return [label(canvas.scale.left, 28, name, TITLE), line]


def _facts(canvas: Canvas) -> Iterator[str]:
    career, language = canvas.career, canvas.language
    head = career.head
    if not career.tenures:
        yield say("empty.posts", language)
    if head.post_since:
        length = show_months(months_between(head.post_since, career.as_of), language)
        yield say("since", language, name=say("head.post_since", language), length=length)
    if head.level and head.level_since:
        length = show_months(months_between(head.level_since, career.as_of), language)
        yield say("at_level", language, level=show_level(head.level, language), length=length)
    if head.grade:
        yield coded("grade", head.grade, language)


def _axis(drawn: _Drawing) -> list[Element]:
    shapes = []
    for x, text, heavy in drawn.canvas.scale.ticks():
        d = f"M{x:g} {TOP - 4:g}V{drawn.bottom:g}"
        shapes.append(element("path", d=d, stroke_width=1.2 if heavy else 0.6, **stroke("line")))
        if text:
            shapes.append(
                label(x, TOP - 9, text, Type(11, bold=heavy, colour="ink" if heavy else "muted", anchor="middle"))
            )
    return shapes


def _as_of(drawn: _Drawing) -> list[Element]:
    """The line where knowledge ends."""
    career, language, scale = drawn.canvas.career, drawn.canvas.language, drawn.canvas.scale
    x = scale.x(scale.now)
    text = say("as_of", language, day=show_date(career.as_of, language))
    of = Type(11, bold=True, colour="weakness", anchor="end")
    line = element("path", d=f"M{x:g} {TOP - 4:g}V{drawn.bottom + 4:g}", stroke_width=1.2, **stroke("weakness"))
    return [line, label(min(x + text_width(text, of) / 2, RIGHT + 8), drawn.bottom + 17, text, of)]


def _description(career: Career, language: Language) -> str:
    starts = [each.start for each in career.tenures if each.start]
    return say(
        "description",
        language,
        from_=show_date(min(starts, default=None), language),
        to=show_date(career.as_of, language),
        posts=len(career.tenures),
        projects=sum(len(each.projects) for each in career.tenures) + len(career.unplaced_projects),
        assessments=len(career.assessments),
        level=show_level(career.head.level, language) or say("unknown", language),
    )
