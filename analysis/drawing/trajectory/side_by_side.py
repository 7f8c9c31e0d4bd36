"""The trajectories of several people under each other on one axis."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.career.model import Career
from analysis.career.phrases import join, say
from analysis.career.stretch import within
from analysis.drawing.label import label
from analysis.drawing.palette import fill, stroke, style_sheet
from analysis.drawing.svg import Element, document, element
from analysis.drawing.text import Type
from analysis.drawing.trajectory.axis import axis_data, draw_axis, draw_days
from analysis.drawing.trajectory.canvas import RIGHT, WIDTH, Address, Canvas
from analysis.drawing.trajectory.draw import LEFT, TITLE, draw_parts, head_line
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


def draw_side_by_side(
    careers: Sequence[Career],
    language: Language = "zh",
    evidence_url: Address | None = None,
    *,
    standalone: bool = True,
    frame: Frame = WHOLE,
) -> str:
    """One drawing of two or more careers as of one day, in the order given, 1280 pixels wide."""
    frame = frame if frame.lanes is not None else Frame(frame.start, frame.end, LANES, frame.today)
    scale = scale_over(careers, LEFT[language], RIGHT, frame)
    shapes: list[Element] = []
    canvases = []
    y = float(TOP)
    for number, career in enumerate(careers):
        shown = within(career, *frame.stretch) if frame.stretch else career
        canvas = Canvas(shown, scale, extents(career), language, f"beside-{number}", evidence_url)
        canvases.append(canvas)
        shapes += [element("path", d=f"M12 {y:g}H{WIDTH - 12:g}", stroke_width=1.2, **stroke("line-strong"))]
        shapes += [label(12, y + 25, career.head.name, TITLE, width=scale.left + 160), *_heading(canvas, y + 25)]
        parts, y = draw_parts(canvas, y + HEAD, frame)
        shapes += [each for part in parts for each in (*part.shapes, *part.names)]
        y += BETWEEN
    legend = draw_legend(canvases, y + 22)
    height = y + 22 + legend.height
    names = join((each.head.name for each in careers), language)
    return document(
        WIDTH,
        height,
        [patterns(canvas.name) for canvas in canvases],
        element("rect", width=WIDTH, height=height, **fill("paper")),
        draw_axis(scale, TOP - 4, y),
        shapes,
        draw_days(scale, careers[0].as_of, frame.today, language, TOP - 4, y),
        legend.shapes,
        name="beside",
        title=say("beside", language, names=names),
        description=say("beside_description", language, names=names, count=len(careers)),
        language=language,
        style=style_sheet() if standalone else None,
        **axis_data(scale),
    )


def _heading(canvas: Canvas, y: float) -> list[Element]:
    return [label(canvas.scale.left + 180, y, head_line(canvas), Type(12.5, colour="muted"), width=RIGHT - 300)]
