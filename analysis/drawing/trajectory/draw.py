"""The whole drawing: head line, axis, staircase, lanes, legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.career.model import Career
from analysis.career.phrases import coded, say, show_date, show_level, show_months
from analysis.career.stretch import within
from analysis.drawing.label import label
from analysis.drawing.palette import fill, style_sheet
from analysis.drawing.svg import Element, document, element
from analysis.drawing.text import Type, text_width
from analysis.drawing.trajectory.axis import axis_data, draw_axis, draw_days
from analysis.drawing.trajectory.bars import draw_staircase
from analysis.drawing.trajectory.canvas import RIGHT, WIDTH, Address, Canvas, Part
from analysis.drawing.trajectory.extents import extents
from analysis.drawing.trajectory.frame import Frame
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
from analysis.drawing.trajectory.scale import WHOLE, scale_of
from analysis.drawing.trajectory.work_lanes import assessment_lane, project_lane, told_lane
from graph.model.values import months_between
from graph.model.words import Language

LEFT = {"zh": 96, "en": 138}
TOP = 62
LEGEND_GAP = 22
TITLE = Type(18, bold=True)
LANES: Mapping[str, Callable[[Canvas, float], Part | None]] = {
    "memberships": membership_lane,
    "secondments": spell_lane,
    "grade": grade_lane,
    "projects": project_lane,
    "forms": told_lane,
    "assessments": assessment_lane,
    "training": training_lane,
    "events": event_lane,
    "gaps": gap_lane,
}
"""The lanes under the staircase by the name that a frame knows them by, in their order."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A trajectory as SVG text, and the names of its levels and lanes alone, as high as the drawing."""

    svg: str
    names: str


@dataclass(frozen=True, slots=True)
class _Drawing:
    canvas: Canvas
    parts: tuple[Part, ...]
    bottom: float
    legend: Part

    @property
    def height(self) -> float:
        """With the legend below."""
        return self.bottom + LEGEND_GAP + self.legend.height


def draw_trajectory(
    career: Career,
    language: Language = "zh",
    evidence_url: Address | None = None,
    *,
    standalone: bool = True,
    name: str = "trajectory",
    frame: Frame = WHOLE,
) -> str:
    """The trajectory as SVG text, 1280 pixels wide, made to print on A4 landscape.

    `evidence_url` gives the address of a record's sources, for links on bars and signs; `standalone` embeds the style
    sheet; `name` starts the ids and must differ among the drawings of one page.
    """
    return _svg(_draw(career, language, evidence_url, name, frame), frame, standalone=standalone)


def draw_with_names(
    career: Career,
    language: Language = "zh",
    evidence_url: Address | None = None,
    *,
    name: str = "trajectory",
    frame: Frame = WHOLE,
) -> Drawn:
    """The trajectory for a page that lets it scroll under the names of its levels and lanes."""
    drawn = _draw(career, language, evidence_url, name, frame)
    return Drawn(_svg(drawn, frame, standalone=False), _names(drawn))


def _svg(drawn: _Drawing, frame: Frame, *, standalone: bool) -> str:
    canvas = drawn.canvas
    scale, language = canvas.scale, canvas.language
    return document(
        WIDTH,
        drawn.height,
        patterns(canvas.name),
        element("rect", width=WIDTH, height=drawn.height, **fill("paper")),
        _head(canvas),
        draw_axis(scale, TOP, drawn.bottom),
        [shape for part in drawn.parts for shape in part.shapes],
        [each for part in drawn.parts for each in part.names],
        draw_days(scale, canvas.career.as_of, frame.today, language, TOP, drawn.bottom),
        drawn.legend.shapes,
        name=canvas.name,
        title=say("name", language, name=canvas.career.head.name),
        description=_description(canvas.career, language),
        language=language,
        style=style_sheet() if standalone else None,
        **axis_data(scale),
    )


def _names(drawn: _Drawing) -> str:
    canvas = drawn.canvas
    return draw_names(
        canvas,
        drawn.height,
        [each for part in drawn.parts for each in part.names],
        name=f"{canvas.name}-names",
        title=say("name", canvas.language, name=canvas.career.head.name),
        description=_description(canvas.career, canvas.language),
    )


def draw_names(
    canvas: Canvas, height: float, names: Sequence[Element], *, name: str, title: str, description: str
) -> str:
    """What stands at the left of a drawing alone, as high as the drawing."""
    left = canvas.scale.left
    return document(
        left,
        height,
        element("rect", width=left, height=height, **fill("paper")),
        list(names),
        name=name,
        title=title,
        description=description,
        language=canvas.language,
    )


def _draw(career: Career, language: Language, address: Address | None, name: str, frame: Frame) -> _Drawing:
    scale = scale_of(career, LEFT[language], RIGHT, frame)
    shown = within(career, *frame.stretch) if frame.stretch else career
    canvas = Canvas(shown, scale, extents(career), language, name, address)
    parts, bottom = draw_parts(canvas, TOP, frame)
    return _Drawing(canvas, parts, bottom, draw_legend((canvas,), bottom + LEGEND_GAP))


def draw_parts(canvas: Canvas, y: float, frame: Frame) -> tuple[tuple[Part, ...], float]:
    """The staircase and the lanes of the frame, beginning at y, and where they end."""
    parts = [draw_staircase(canvas, y)]
    y += parts[0].height
    for name, draw in LANES.items():
        part = draw(canvas, y) if frame.shows(name) else None
        if part:
            parts.append(part)
            y += part.height
    return tuple(parts), y


def _head(canvas: Canvas) -> list[Element]:
    name = canvas.career.head.name
    line = label(canvas.scale.left + text_width(name, TITLE) + 14, 28, head_line(canvas), Type(13, colour="muted"))
    return [label(canvas.scale.left, 28, name, TITLE), line]


def head_line(canvas: Canvas) -> str:
    """How long in the post and at the level, and the grade, on one line."""
    return " · ".join(_facts(canvas))


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
