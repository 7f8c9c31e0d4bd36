"""The whole drawing: head line, axis, staircase, lanes, legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from analysis.career.model import Career
from analysis.career.phrases import coded, say, show_date, show_level, show_months
from analysis.career.stretch import within
from analysis.drawing.label import label
from analysis.drawing.palette import fill, style_sheet
from analysis.drawing.svg import Element, document, element
from analysis.drawing.text import Type, text_width
from analysis.drawing.trajectory.axis import axis_data, draw_axis, draw_days
from analysis.drawing.trajectory.bars import draw_staircase
from analysis.drawing.trajectory.canvas import MARGIN, WIDTH, Address, Canvas, Part
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
PAGE_WIDTH, PAGE_HEIGHT = 1088, 628
"""Pixels of a printed page: laid into 277 by 160 mm of an A4 landscape its smallest text is 7.5 points high."""
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
class _Sheet:
    canvas: Canvas
    parts: tuple[Part, ...]
    bottom: float


@dataclass(frozen=True, slots=True)
class _Drawing(_Sheet):
    legend: Part | None

    @property
    def height(self) -> float:
        """With the name of the as-of day and the legend below, where there is one."""
        return self.bottom + LEGEND_GAP + (self.legend.height if self.legend else 0)


def draw_trajectory(
    career: Career,
    language: Language = "zh",
    evidence_url: Address | None = None,
    *,
    standalone: bool = True,
    name: str = "trajectory",
    frame: Frame = WHOLE,
) -> str:
    """The trajectory as SVG text, 1280 pixels wide, as high as it is.

    `evidence_url` gives the address of a record's sources, for links on bars and signs; `standalone` embeds the style
    sheet; `name` starts the ids and must differ among the drawings of one page.
    """
    return _svg(_draw(career, language, evidence_url, name, frame), frame, standalone=standalone)


def draw_trajectory_pages(
    career: Career,
    language: Language = "zh",
    *,
    name: str = "sheet",
    frame: Frame = WHOLE,
    first_height: float = PAGE_HEIGHT,
) -> tuple[str, ...]:
    """The trajectory as one SVG text a printed page (A4 landscape), on as many as keep its smallest text readable.

    Each page has the axis and the legend; a lane is never parted. `name` starts the ids; `first_height` are the pixels
    that the first page has room for, fewer where something stands above.
    """
    canvas = _canvas(career, language, None, name, frame, PAGE_WIDTH)
    below = LEGEND_GAP + draw_legend((canvas,), 0).height
    sheets = _sheets(canvas, TOP, frame, PAGE_HEIGHT - below, first_height - below)
    return tuple(_svg(_with_legend(each), frame, standalone=False) for each in sheets)


def draw_strips(canvas: Canvas, frame: Frame, most: float) -> tuple[str, ...]:
    """A trajectory as SVG texts at most so high, each with head and axis and none with a legend."""
    return tuple(
        _svg(_Drawing(each.canvas, each.parts, each.bottom, None), frame, standalone=False)
        for each in _sheets(canvas, TOP, frame, most)
    )


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
        canvas.width,
        drawn.height,
        patterns(canvas.name),
        element("rect", width=canvas.width, height=drawn.height, **fill("paper")),
        _head(canvas),
        draw_axis(scale, TOP, drawn.bottom),
        [shape for part in drawn.parts for shape in part.shapes],
        [each for part in drawn.parts for each in part.names],
        draw_days(scale, canvas.career.as_of, frame.today, language, TOP, drawn.bottom),
        drawn.legend.shapes if drawn.legend else (),
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
    canvas = _canvas(career, language, address, name, frame, WIDTH)
    return _with_legend(next(_sheets(canvas, TOP, frame, inf)))


def _canvas(
    career: Career, language: Language, address: Address | None, name: str, frame: Frame, width: float
) -> Canvas:
    scale = scale_of(career, LEFT[language], width - MARGIN, frame)
    shown = within(career, *frame.stretch) if frame.stretch else career
    return Canvas(shown, scale, extents(career), language, name, address)


def _with_legend(sheet: _Sheet) -> _Drawing:
    legend = draw_legend((sheet.canvas,), sheet.bottom + LEGEND_GAP)
    return _Drawing(sheet.canvas, sheet.parts, sheet.bottom, legend)


def draw_parts(canvas: Canvas, y: float, frame: Frame) -> tuple[tuple[Part, ...], float]:
    """The staircase and the lanes of the frame, beginning at y, and where they end."""
    whole = next(_sheets(canvas, y, frame, inf))
    return whole.parts, whole.bottom


def _sheets(canvas: Canvas, top: float, frame: Frame, most: float, first: float | None = None) -> Iterator[_Sheet]:
    """The staircase and the lanes on sheets from `top` to `most` (the first one to `first`), ids told apart."""
    end = most if first is None else first
    lanes = (draw for name, draw in LANES.items() if frame.shows(name))
    parts: list[Part] = []
    y, sheet = top, canvas
    for draw in (draw_staircase, *lanes):
        part = draw(sheet, y)
        if part and parts and y + part.height > end:
            yield _Sheet(sheet, tuple(parts), y)
            parts, y, sheet, end = [], top, replace(canvas, name=f"{sheet.name}+"), most
            part = draw(sheet, y)
        if part:
            parts.append(part)
            y += part.height
    yield _Sheet(sheet, tuple(parts), y)


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
