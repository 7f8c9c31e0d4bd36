"""A network as one page that needs nothing else: pyvis with a template of our own, all scripts inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Final

import pyvis
from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network

from analysis.drawing.looks import look_of
from analysis.drawing.network import Line, Point, positions
from analysis.drawing.palette import colour
from analysis.drawing.text import Type, break_lines
from graph.model.words import Language

_NAME: Final = Type(14)
_ROOM: Final = 120
"""How wide a name under its sign may be, so that it does not lie over that of its neighbour."""
_VIS: Final = "lib/vis-9.1.2/vis-network.min.js"


def network_page(
    title: str,
    marks: Sequence[str],
    points: Sequence[Point],
    lines: Sequence[Line],
    language: Language,
    *,
    places: Mapping[str, tuple[float, float]] | None = None,
) -> str:
    """The page as HTML: the picture to move about in, the marks of where it is from, and the same as two tables.

    pyvis' own template loads styles from the net even when all is asked to be inside; ours loads nothing.
    """
    network = Network(cdn_resources="in_line", directed=True)
    laid = places or positions(points, lines)
    for each in points:
        x, y = laid[each.id]
        look = look_of(each.label)
        network.add_node(
            each.id,
            label="\n".join(break_lines(each.name, _ROOM, _NAME, most=2)),
            title=f"{each.kind}: {each.name}",
            x=x,
            y=y,
            shape="dot" if look.shape == "circle" else look.shape,
            size=look.size,
            color={"background": colour(look.fill), "border": colour(look.line)},
            physics=False,
        )
    for line in lines:
        title_of = "：".join(filter(None, (line.type, line.text)))
        network.add_edge(
            line.start, line.end, title=title_of, dashes=line.derived, **({"arrows": ""} if line.mutual else {})
        )
    template = Environment(loader=PackageLoader("export"), autoescape=True).get_template("network.html")
    names = {each.id: each.name for each in points}
    return template.render(
        title=title,
        marks=marks,
        language=language,
        points=points,
        lines=[(names[each.start], each.type, names[each.end], each.text) for each in lines],
        data={"nodes": network.nodes, "edges": network.edges},
        script=_vis(),
    )


def _vis() -> Markup:
    return Markup(files(pyvis).joinpath(_VIS).read_text("utf-8"))  # noqa: S704 - a library's own script
