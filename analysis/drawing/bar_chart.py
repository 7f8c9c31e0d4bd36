"""Counts as horizontal bars, one a row: name, value, bar; what is unknown says so and has no bar.

The values stand beside the names and not behind the bars, so that both are in sight on a narrow screen.
"""

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
_VALUE: Final = Type(12, bold=True, anchor="end")
_NONE: Final = Type(12, colour="muted", anchor="end")
_MOST_NAME: Final = 240.0
_GAP: Final = 10.0
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
    said = [_said(each, unit, language) for each in bars]
    values = max((text_width(each, _VALUE) for each in said), default=0.0)
    beside = _EDGE + names + _GAP + values
    left = beside + _GAP
    known = [each.value for each in bars if each.value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    scale = (_WIDTH - left - _EDGE) / (high - low) if high > low else 0.0
    zero = left - low * scale
    height = 2 * _EDGE + _ROW * len(bars)
    rows = [
        _row(bar, text, _EDGE + _ROW * at, zero, scale, (_EDGE + names, beside))
        for at, (bar, text) in enumerate(zip(bars, said, strict=True))
    ]
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


def _said(bar: Bar, unit: str, language: Language) -> str:
    between = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
    return _UNKNOWN[language] if bar.value is None else number(float(bar.value)) + between + unit


def _row(bar: Bar, said: str, top: float, zero: float, scale: float, ends: tuple[float, float]) -> Element:
    """One row; `ends` are where name and value end."""
    base = top + _ROW / 2 + 4
    name = label(ends[0], base, bar.name, Type(_NAME.size, anchor="end"), width=_MOST_NAME)
    if bar.value is None:
        return group(linked(name, bar.href), label(ends[1], base, said, _NONE))
    length = abs(bar.value) * scale
    shape = element(
        "rect",
        x=zero if bar.value >= 0 else zero - length,
        y=top + (_ROW - _BAR) / 2,
        width=max(length, 0.5),
        height=_BAR,
        rx=2,
        **fill("accent", "zs-hover"),
    )
    value = label(ends[1], base, said, _VALUE)
    return group(linked(titled(group(name, shape), f"{bar.name}: {said}"), bar.href), value)
