"""Counts as horizontal bars, one a row, each with its value; what is unknown says so and has no bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from analysis.drawing.label import label
from analysis.drawing.palette import fill, stroke, style_sheet
from analysis.drawing.svg import Element, document, element, group, linked, number, titled
from analysis.drawing.text import Type, text_width
from graph.model.words import Language

_WIDTH: Final = 860.0
_ROW: Final = 26.0
_BAR: Final = 15.0
_EDGE: Final = 12.0
_NAME: Final = Type(12)
_VALUE: Final = Type(12, bold=True)
_NONE: Final = Type(12, colour="muted")
_MOST_NAME: Final = 300.0
_VALUE_ROOM: Final = 76.0
_UNKNOWN: Final = {"zh": "未知", "en": "unknown"}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: what it counts, its value or None where that is unknown, and where it leads."""

    name: str
    value: float | None
    href: str | None = None


def draw_bars(
    bars: Sequence[Bar], *, title: str, description: str, language: Language, unit: str = "", standalone: bool = False
) -> str:
    """The drawing as SVG text; `unit` stands behind every value, negative values go left from zero."""
    names = min(_MOST_NAME, max((text_width(each.name, _NAME) for each in bars), default=0.0))
    left = _EDGE + names + 10
    room = _WIDTH - left - _VALUE_ROOM - _EDGE
    known = [each.value for each in bars if each.value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    scale = room / (high - low) if high > low else 0.0
    zero = left - low * scale
    height = 2 * _EDGE + _ROW * len(bars)
    rows = [_row(bar, _EDGE + _ROW * at, zero, scale, left - 10, unit, language) for at, bar in enumerate(bars)]
    axis = element("line", x1=zero, x2=zero, y1=_EDGE, y2=height - _EDGE, **stroke("line-strong"))
    return document(
        _WIDTH,
        height,
        element("rect", width=_WIDTH, height=height, **fill("paper")),
        *rows,
        axis,
        name="bar-chart",
        title=title,
        description=description,
        language=language,
        style=style_sheet() if standalone else None,
    )


def _row(bar: Bar, top: float, zero: float, scale: float, right: float, unit: str, language: Language) -> Element:
    base = top + _ROW / 2 + 4
    name = label(right, base, bar.name, Type(_NAME.size, anchor="end"), width=_MOST_NAME)
    if bar.value is None:
        return group(linked(name, bar.href), label(zero + 6, base, _UNKNOWN[language], _NONE))
    length = abs(bar.value) * scale
    start = zero if bar.value >= 0 else zero - length
    shape = element(
        "rect",
        x=start,
        y=top + (_ROW - _BAR) / 2,
        width=max(length, 0.5),
        height=_BAR,
        rx=2,
        **fill("accent", "zs-hover"),
    )
    said = number(float(bar.value)) + unit
    value = label(zero + length + 6 if bar.value >= 0 else zero + 6, base, said, _VALUE)
    return group(linked(titled(group(name, shape), f"{bar.name}: {said}"), bar.href), value)
