"""The axis of time as it is drawn: ticks with their names, the as-of day where knowledge ends, and today."""

from __future__ import annotations

from analysis.career.phrases import say, show_date
from analysis.drawing.label import label
from analysis.drawing.palette import stroke
from analysis.drawing.svg import Element, element
from analysis.drawing.text import Type, text_width
from analysis.drawing.trajectory.scale import Scale, in_months
from graph.model.words import Language

_NEAR = 60
"""Pixels within which the lines of two days would be one: then only that of the as-of day is drawn."""


def draw_axis(scale: Scale, top: float, bottom: float) -> list[Element]:
    """The ticks from top to bottom, named above."""
    shapes = []
    for x, text, heavy in scale.ticks():
        d = f"M{x:g} {top - 4:g}V{bottom:g}"
        shapes.append(element("path", d=d, stroke_width=1.2 if heavy else 0.6, **stroke("line")))
        if text:
            of = Type(11, bold=heavy, colour="ink" if heavy else "muted", anchor="middle")
            shapes.append(label(x, top - 9, text, of))
    return shapes


def draw_days(
    scale: Scale, as_of: str, today: str | None, language: Language, top: float, bottom: float
) -> list[Element]:
    """The line of the as-of day, and beside it that of today where it is another, as far as they lie on the axis."""
    now, later = in_months(as_of), in_months(today or as_of)
    apart = scale.shows(later) and scale.x(later) - scale.x(now) > _NEAR
    shapes = []
    if scale.shows(now):
        said = say("as_of", language, day=show_date(as_of, language))
        shapes += _day(scale.x(now), scale, said, "weakness", (top, bottom), beside=apart)
    if apart:
        said = say("today", language, day=show_date(today, language))
        shapes += _day(scale.x(later), scale, said, "muted", (top, bottom), dash="4 3")
    return shapes


def axis_data(scale: Scale) -> dict[str, object]:
    """What a script needs to tell months from pixels: attributes of the drawing's root."""
    return {
        "data_first": scale.first,
        "data_last": scale.last,
        "data_left": float(scale.left),
        "data_right": float(scale.right),
    }


def _day(
    x: float,
    scale: Scale,
    text: str,
    colour: str,
    reach: tuple[float, float],
    *,
    beside: bool = False,
    dash: str | None = None,
) -> list[Element]:
    """A line with its text under it: in the middle, or left of the line where another line follows."""
    top, bottom = reach
    of = Type(11, bold=True, colour=colour, anchor="end")
    wide = text_width(text, of)
    end = x + 4 if beside else min(x + wide / 2, scale.right + 8)
    d = f"M{x:g} {top - 4:g}V{bottom + 4:g}"
    line = element("path", d=d, stroke_width=1.2, stroke_dasharray=dash, **stroke(colour))
    return [line, label(max(end, scale.left + wide), bottom + 17, text, of)]
