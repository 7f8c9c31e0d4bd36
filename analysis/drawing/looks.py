"""How the kinds of things look in a network, from `looks.toml`; the browser's picture and the files use the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.drawing.palette import both
from analysis.drawing.svg import Element, element, path
from graph.model.data_files import load_toml


@dataclass(frozen=True, slots=True)
class Look:
    """Shape (circle, square, diamond, triangle, hexagon), palette names of its two colours, half its size, its row."""

    labels: tuple[str, ...]
    shape: str
    fill: str
    line: str
    size: float
    row: int | None = None


@cache
def looks() -> tuple[Look, ...]:
    """All of them, the one for everything else last."""
    listed = load_toml(__package__, "looks.toml")["look"]
    return tuple(Look(**{**each, "labels": tuple(each["labels"])}) for each in listed)


def look_of(label: str) -> Look:
    """The look of a label."""
    return next((each for each in looks() if label in each.labels), looks()[-1])


def sign(x: float, y: float, look: Look, *, hollow: bool = False) -> Element:
    """The shape at a place; `hollow` is not filled and dashed, for what is not there, such as the holder of a post."""
    size = look.size
    given = both("paper" if hollow else look.fill, look.line, "zs-hover")
    more = {"stroke_width": 1.6, "stroke_dasharray": "3 2" if hollow else None, **given}
    if look.shape == "circle":
        return element("circle", cx=x, cy=y, r=size, **more)
    if look.shape == "square":
        return element("rect", x=x - size, y=y - size, width=2 * size, height=2 * size, rx=2, **more)
    corners = _CORNERS[look.shape]
    points = [(x + dx * size * 1.2, y + dy * size * 1.2) for dx, dy in corners]
    outline = path("M", *points[0], *(part for point in points[1:] for part in ("L", *point)), "z")
    return element("path", d=outline, **more)


_CORNERS = {
    "diamond": ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)),
    "triangle": ((0.0, -1.0), (0.95, 0.75), (-0.95, 0.75)),
    "hexagon": ((-0.5, -0.87), (0.5, -0.87), (1.0, 0.0), (0.5, 0.87), (-0.5, 0.87), (-1.0, 0.0)),
}
