"""A result as a network: the things in its rows and the relations between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from analysis.drawing.network import Line, Point, draw_network
from queries.why import MOST_NODES, Reason, connections
from webui.frame.language import say
from webui.parts.names import kind_name, relation_name, thing_name
from webui.shows import Drawn, Shown


def draw(shown: Shown) -> Drawn | None:
    """None where the rows hold no thing of the graph."""
    reason = network(shown)
    if reason is None:
        return None
    points, lines = points_of(reason, shown.href), [*lines_of(reason), *same_row(reason, shown)]
    summary = say("show_graph", nodes=len(points), links=len(lines))
    title = shown.result.query.header.title(shown.language)
    svg = draw_network(
        points, lines, title=title, description=summary, language=shown.language, standalone=shown.standalone
    )
    return Drawn(svg, summary, 0)


def network(shown: Shown) -> Reason | None:
    """The things of the rows, with the cadres the query was asked about, and what connects them."""
    asked = [
        {"label": "Cadre", "id": shown.result.arguments.bound.get(name)}
        for name, each in shown.result.query.header.parameters.items()
        if each.type == "cadre" and shown.result.arguments.bound.get(name)
    ]
    cells: list[Any] = [
        *asked,
        *(cell for row in shown.result.rows for cell in row if isinstance(cell, (Mapping, list))),
    ]
    found = connections(shown.graph, cells, shown.clearance)
    return found if found.nodes else None


def points_of(reason: Reason, href: Callable[[str, str], str | None]) -> list[Point]:
    """Its nodes, at most as many as a picture can bear; `href` gives the page of a thing by label and id."""
    return [
        Point(
            each.id,
            kind_name(each.label),
            thing_name(each.label, each.name) or "—",
            href(each.label, each.id),
            each.label,
        )
        for each in reason.nodes[:MOST_NODES]
    ]


def lines_of(reason: Reason) -> list[Line]:
    """Its relations between those nodes."""
    there = {each.id for each in reason.nodes[:MOST_NODES]}
    inside = (each for each in reason.links if each.start in there and each.end in there)
    return [Line(relation_name(each.type), each.start, each.end) for each in inside]


def same_row(reason: Reason, shown: Shown) -> list[Line]:
    """A dashed line from the first thing of a row to those no relation connects with any other of the row."""
    there = {each.id for each in reason.nodes[:MOST_NODES]}
    joined = {frozenset((each.start, each.end)) for each in reason.links}
    found: dict[frozenset[str], Line] = {}
    for row in shown.result.rows:
        things = [str(cell["id"]) for cell in row if isinstance(cell, Mapping) and str(cell.get("id")) in there]
        for each in things[1:]:
            if each != things[0] and not any(frozenset((each, other)) in joined for other in things):
                found.setdefault(
                    frozenset((things[0], each)), Line(say("show_row"), things[0], each, derived=True, mutual=True)
                )
    return list(found.values())
