"""Things and the relations between them as a picture: the same graph always lies the same way."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx

from analysis.drawing.label import label
from analysis.drawing.palette import both, fill, stroke, style_sheet
from analysis.drawing.svg import Element, document, element, group, linked, titled
from analysis.drawing.text import Type, text_width
from graph.model.words import Language

_EDGE: Final = 60.0
_NAME: Final = Type(11, anchor="middle")
_LEGEND: Final = Type(11, colour="muted")
_LEAST: Final = 420.0
_A_NODE: Final = 92.0
"""Pixels of width a node asks for when they lie in a square."""

_SEED: Final = 7
_ROUNDS: Final = 120
_COLOURS: Final = (
    ("accent", "accent-pale"),
    ("strength", "strength-pale"),
    ("weakness", "weakness-pale"),
    ("line-strong", "line"),
)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing: its id, its kind in the reader's language, its name and where it leads."""

    id: str
    kind: str
    name: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One relation between the ids of two points; `derived` where no relation of the graph says so."""

    type: str
    start: str
    end: str
    derived: bool = False


def positions(points: Sequence[Point], lines: Sequence[Line]) -> Mapping[str, tuple[float, float]]:
    """Where each point lies, both coordinates from -1 to 1: springs, from a circle in the order of the ids."""
    graph: Any = nx.Graph()
    graph.add_nodes_from(sorted(each.id for each in points))
    graph.add_edges_from(sorted((each.start, each.end) for each in lines))
    if len(graph) < 3:
        return {each: (float(at) * 2 - len(graph) + 1, 0.0) for at, each in enumerate(graph)}
    circle = nx.circular_layout(graph)
    spread = 2.2 / math.sqrt(len(graph))
    laid = nx.spring_layout(graph, pos=circle, k=spread, iterations=_ROUNDS, seed=_SEED)
    return {each: (float(x), float(y)) for each, (x, y) in laid.items()}


def draw_network(
    points: Sequence[Point],
    lines: Sequence[Line],
    *,
    title: str,
    description: str,
    language: Language,
    standalone: bool = False,
) -> str:
    """The drawing as SVG text, with a legend of the kinds."""
    side = max(_LEAST, _A_NODE * math.sqrt(len(points)))
    width, height = side * 1.35, side
    at = {
        each: (_EDGE + (x + 1) / 2 * (width - 2 * _EDGE), _EDGE + (y + 1) / 2 * (height - 2 * _EDGE))
        for each, (x, y) in positions(points, lines).items()
    }
    kinds = list(dict.fromkeys(each.kind for each in points))
    return document(
        width,
        height + 24,
        element("rect", width=width, height=height + 24, **fill("paper")),
        group(_line(each, at) for each in lines),
        *(_point(each, at[each.id], kinds.index(each.kind)) for each in points),
        _legend(kinds, height),
        name="network",
        title=title,
        description=description,
        language=language,
        style=style_sheet() if standalone else None,
    )


def _line(line: Line, at: Mapping[str, tuple[float, float]]) -> Element:
    (x1, y1), (x2, y2) = at[line.start], at[line.end]
    dashes = "3 3" if line.derived else None
    shape = element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=1.2, stroke_dasharray=dashes, **stroke("line-strong")
    )
    return titled(shape, line.type)


def _point(point: Point, at: tuple[float, float], kind: int) -> Element:
    x, y = at
    shape = _sign(x, y, kind)
    return linked(
        titled(group(shape, label(x, y + 22, point.name, _NAME, width=120)), f"{point.kind}: {point.name}"), point.href
    )


def _sign(x: float, y: float, kind: int) -> Element:
    """Colour and shape tell the kinds apart, so that print in black and white does too."""
    line, filled = _COLOURS[min(kind, len(_COLOURS) - 1)]
    look = both(filled, line, "zs-hover")
    if kind == 1:
        return element("rect", x=x - 8, y=y - 7, width=16, height=14, rx=2, stroke_width=1.6, **look)
    if kind == 2:
        return element("path", d=f"M{x:.1f} {y - 9:.1f}l9 9l-9 9l-9 -9z", stroke_width=1.6, **look)
    return element("circle", cx=x, cy=y, r=8 if kind == 0 else 6, stroke_width=1.6, **look)


def _legend(kinds: Sequence[str], y: float) -> Element:
    parts: list[Element] = []
    x = 20.0
    for index, kind in enumerate(kinds):
        parts += [_sign(x, y + 6, index), label(x + 14, y + 10, kind, _LEGEND)]
        x += 40 + text_width(kind, _LEGEND)
    return group(*parts)
