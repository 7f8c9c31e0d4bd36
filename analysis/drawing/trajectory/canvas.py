"""What every part of the drawing needs to know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from analysis.career.model import Career
from analysis.drawing.svg import Element, element, linked, titled
from analysis.drawing.text import Type
from analysis.drawing.trajectory.extents import Extent
from analysis.drawing.trajectory.scale import Scale
from graph.model.words import Language

WIDTH = 1280
MARGIN = 18
"""Pixels between the end of the axis and the edge."""
NARROW = 27
"""Pixels below which a bar shows the number of its post instead of its name."""
SMALL = Type(10.5, colour="muted")
TEXT = Type(11)
LANE = Type(12, bold=True, anchor="end")

Address = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Canvas:
    """The career to draw, its axis and language, the name its ids begin with, the address of a record's sources."""

    career: Career
    scale: Scale
    extents: Mapping[str, Extent]
    language: Language
    name: str
    address: Address | None

    @property
    def width(self) -> float:
        """Pixels from edge to edge."""
        return self.scale.right + MARGIN

    def about(self, record_id: str, shape: Element, title: str) -> Element:
        """A shape with its full text as title, leading to the record's sources where there is an address for them."""
        href = self.address(record_id) if self.address and record_id else None
        return linked(titled(shape, title), href, aria_label=title) if href else titled(shape, title)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the drawing: its shapes, its names at the left, and how high it is."""

    shapes: tuple[Element, ...]
    names: tuple[Element, ...]
    height: float


def rule(scale: Scale, y: float, colour_attributes: Mapping[str, str], dash: str | None = None) -> Element:
    """A line across the whole axis."""
    return element(
        "path", d=f"M{scale.left:g} {y:g}H{scale.right:g}", stroke_width=0.8, stroke_dasharray=dash, **colour_attributes
    )
