"""Texts of a drawing as elements: one line shortened to a width, or several broken to it, the full text in reach."""

from __future__ import annotations

from analysis.drawing.palette import fill
from analysis.drawing.svg import Element, element, titled
from analysis.drawing.text import Type, break_lines, shorten

LINE_HEIGHT = 1.35


def label(x: float, y: float, text: str, of: Type, *, width: float | None = None) -> Element:
    """One line of text at its baseline; shortened to `width` where given, with the full text as its title."""
    shown = text if width is None else shorten(text, width, of)
    line = _text(x, y, of, shown)
    return line if shown == text else titled(line, text)


def paragraph(
    x: float, y: float, text: str, of: Type, *, width: float, most: int | None = None, even: bool = False
) -> tuple[Element, int]:
    """A text broken into lines, the first at baseline y, and how many lines it takes.

    Cut after `most` lines, with the full text as its title.
    """
    lines = break_lines(text, width, of, most=most, even=even)
    step = of.size * LINE_HEIGHT
    block = _text(x, y, of, [element("tspan", line, x=x, dy=step if i else None) for i, line in enumerate(lines)])
    cut = bool(lines) and lines[-1].endswith("…") and not text.rstrip().endswith("…")
    return (titled(block, text) if cut else block), len(lines)


def _text(x: float, y: float, of: Type, content: object) -> Element:
    return element(
        "text",
        content,
        x=x,
        y=y,
        font_size=of.size,
        font_weight=700 if of.bold else None,
        text_anchor=None if of.anchor == "start" else of.anchor,
        **fill(of.colour),
    )
