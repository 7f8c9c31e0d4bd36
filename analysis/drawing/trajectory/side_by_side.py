"""The trajectories of several people under each other on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.career.model import Career
from analysis.career.phrases import join, say
from analysis.career.stretch import within
from analysis.drawing.label import label
from analysis.drawing.palette import fill, stroke, style_sheet
from analysis.drawing.svg import Element, document, element
from analysis.drawing.text import Type
from analysis.drawing.trajectory.axis import axis_data, draw_axis, draw_days
from analysis.drawing.trajectory.canvas import MARGIN, WIDTH, Address, Canvas, Part
from analysis.drawing.trajectory.draw import (
    LEFT,
    LEGEND_GAP,
    PAGE_WIDTH,
    TITLE,
    Drawn,
    draw_names,
    draw_parts,
    draw_strips,
    head_line,
)
from analysis.drawing.trajectory.extents import extents
from analysis.drawing.trajectory.frame import Frame
from analysis.drawing.trajectory.glyphs import patterns
from analysis.drawing.trajectory.legend import draw_legend
from analysis.drawing.trajectory.scale import WHOLE, scale_over
from graph.model.words import Language

TOP = 34
HEAD = 40
BETWEEN = 14
LANES = frozenset({"projects", "assessments", "events"})
"""What is shown of several people where nothing else is asked for: more lanes make one look for the person."""
STRIP_HEIGHT = 500
"""Pixels of the highest strip: one finds room on a printed page below the names and posts of five people."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is drawn: the people's canvases, their shapes, what stands at the left of each, the end, the legend."""

    canvases: tuple[Canvas, ...]
    shapes: tuple[Element, ...]
    names: tuple[Element, ...]
    bottom: float
    legend: Part

    @property
    def height(self) -> float:
        """With the legend below."""
        return self.bottom + LEGEND_GAP + self.legend.height

    @property
    def people(self) -> str:
        """The names of all, in their order."""
        return _people(self.canvases)


def draw_side_by_side(
    careers: Sequence[Career],
    language: Language = "zh",
    evidence_url: Address | None = None,
    *,
    standalone: bool = True,
    frame: Frame = WHOLE,
) -> str:
    """One drawing of two or more careers as of one day, in the order given, 1280 pixels wide."""
    frame = _framed(frame)
    return _svg(_draw(careers, language, evidence_url, frame), careers[0].as_of, frame, standalone=standalone)


def draw_side_by_side_with_names(
    careers: Sequence[Career], language: Language = "zh", evidence_url: Address | None = None, *, frame: Frame = WHOLE
) -> Drawn:
    """The same for a page that lets it scroll under the names of the people, their levels and lanes."""
    frame = _framed(frame)
    beside = _draw(careers, language, evidence_url, frame)
    return Drawn(_svg(beside, careers[0].as_of, frame, standalone=False), _names(beside))


def draw_side_by_side_strips(
    careers: Sequence[Career], language: Language = "zh", *, frame: Frame = WHOLE
) -> tuple[str, ...]:
    """The same in strips as wide as a printed page (A4 landscape): one or more a person, at last the legend.

    All strips have one axis, each names it. Laid over the width of the page the smallest text is 7.5 points high.
    """
    frame = _framed(frame)
    scale = scale_over(careers, LEFT[language], PAGE_WIDTH - MARGIN, frame)
    canvases = [
        Canvas(_shown(career, frame), scale, extents(career), language, f"strip-{number}", None)
        for number, career in enumerate(careers)
    ]
    strips = [strip for canvas in canvases for strip in draw_strips(canvas, frame, STRIP_HEIGHT)]
    return (*strips, _legend([replace(canvas, name=f"{canvas.name}-legend") for canvas in canvases]))


def _legend(canvases: Sequence[Canvas]) -> str:
    """The legend of several drawings alone."""
    first = canvases[0]
    legend = draw_legend(canvases, 0)
    title = say("beside", first.language, names=_people(canvases))
    return document(
        first.width,
        legend.height,
        [patterns(canvas.name) for canvas in canvases],
        legend.shapes,
        name="strip-legend",
        title=title,
        description=title,
        language=first.language,
    )


def _people(canvases: Sequence[Canvas]) -> str:
    """The names of all, in their order."""
    return join((each.career.head.name for each in canvases), canvases[0].language)


def _shown(career: Career, frame: Frame) -> Career:
    return within(career, *frame.stretch) if frame.stretch else career


def _framed(frame: Frame) -> Frame:
    return frame if frame.lanes is not None else Frame(frame.start, frame.end, LANES, frame.today)


def _draw(careers: Sequence[Career], language: Language, address: Address | None, frame: Frame) -> _Beside:
    scale = scale_over(careers, LEFT[language], WIDTH - MARGIN, frame)
    canvases: list[Canvas] = []
    shapes: list[Element] = []
    names: list[Element] = []
    y = float(TOP)
    for number, career in enumerate(careers):
        canvas = Canvas(_shown(career, frame), scale, extents(career), language, f"beside-{number}", address)
        canvases.append(canvas)
        shapes += [element("path", d=f"M12 {y:g}H{WIDTH - 12:g}", stroke_width=1.2, **stroke("line-strong"))]
        shapes += [label(12, y + 25, career.head.name, TITLE, width=scale.left + 160), *_heading(canvas, y + 25)]
        names += [label(12, y + 25, career.head.name, TITLE, width=scale.left - 16)]
        parts, y = draw_parts(canvas, y + HEAD, frame)
        shapes += [shape for part in parts for shape in (*part.shapes, *part.names)]
        names += [name for part in parts for name in part.names]
        y += BETWEEN
    return _Beside(tuple(canvases), tuple(shapes), tuple(names), y, draw_legend(canvases, y + LEGEND_GAP))


def _svg(beside: _Beside, as_of: str, frame: Frame, *, standalone: bool) -> str:
    first = beside.canvases[0]
    scale, language, y = first.scale, first.language, beside.bottom
    return document(
        WIDTH,
        beside.height,
        [patterns(canvas.name) for canvas in beside.canvases],
        element("rect", width=WIDTH, height=beside.height, **fill("paper")),
        draw_axis(scale, TOP - 4, y),
        beside.shapes,
        draw_days(scale, as_of, frame.today, language, TOP - 4, y),
        beside.legend.shapes,
        name="beside",
        title=say("beside", language, names=beside.people),
        description=_description(beside),
        language=language,
        style=style_sheet() if standalone else None,
        **axis_data(scale),
    )


def _names(beside: _Beside) -> str:
    first = beside.canvases[0]
    title = say("beside", first.language, names=beside.people)
    return draw_names(
        first, beside.height, beside.names, name="beside-names", title=title, description=_description(beside)
    )


def _description(beside: _Beside) -> str:
    return say("beside_description", beside.canvases[0].language, names=beside.people, count=len(beside.canvases))


def _heading(canvas: Canvas, y: float) -> list[Element]:
    return [
        label(canvas.scale.left + 180, y, head_line(canvas), Type(12.5, colour="muted"), width=canvas.scale.right - 300)
    ]
