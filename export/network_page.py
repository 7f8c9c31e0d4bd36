"""A network as one page that needs nothing else: pyvis with a template of our own, all scripts inside."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Final

import pyvis
from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network

from analysis.drawing.network import Line, Point, positions
from analysis.drawing.palette import colour
from graph.model.words import Language

_SPREAD: Final = 70.0
_SHAPES: Final = ("dot", "square", "diamond", "triangle")
_COLOURS: Final = ("accent", "strength", "weakness", "line-strong")
_VIS: Final = "lib/vis-9.1.2/vis-network.min.js"


def network_page(
    title: str, marks: Sequence[str], points: Sequence[Point], lines: Sequence[Line], language: Language
) -> str:
    """The page as HTML: the picture to move about in, the marks of where it is from, and the same as two tables.

    pyvis' own template loads styles from the net even when all is asked to be inside; ours loads nothing.
    """
    network = Network(cdn_resources="in_line", directed=True)
    kinds = list(dict.fromkeys(each.kind for each in points))
    scale = _SPREAD * len(points) ** 0.5
    laid = positions(points, lines)
    for each in points:
        x, y = laid[each.id]
        kind = min(kinds.index(each.kind), len(_SHAPES) - 1)
        network.add_node(
            each.id,
            label=each.name,
            title=f"{each.kind}: {each.name}",
            x=x * scale * 1.35,
            y=y * scale,
            shape=_SHAPES[kind],
            size=12,
            color=colour(_COLOURS[kind]),
            physics=False,
        )
    for line in lines:
        network.add_edge(line.start, line.end, title=line.type)
    template = Environment(loader=PackageLoader("export"), autoescape=True).get_template("network.html")
    names = {each.id: each.name for each in points}
    return template.render(
        title=title,
        marks=marks,
        language=language,
        points=points,
        lines=[(names[each.start], each.type, names[each.end]) for each in lines],
        data={"nodes": network.nodes, "edges": network.edges},
        script=_vis(),
    )


def _vis() -> Markup:
    return Markup(files(pyvis).joinpath(_VIS).read_text("utf-8"))  # noqa: S704 - a library's own script
