"""The same as a picture in tables, part by part where it is long, and in one sentence."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import Final

from analysis.drawing.network import Line
from webui.explorer.scene import Scene
from webui.explorer.span import span_of
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.parts.components import Cell, Column, Table, table
from webui.parts.formats import date_text

PART: Final = 400
"""Rows of one part."""


def summary(scene: Scene) -> str:
    """What the picture shows, in a sentence: how many things and links, which kinds, what is linked most."""
    if not scene.points:
        return say("graph_nothing_left")
    kinds = Counter(each.kind for each in scene.points).most_common(4)
    told = say("graph_list").join(say("graph_kind_count", kind=kind, count=count) for kind, count in kinds)
    ends = Counter(end for line in scene.lines for end in (line.start, line.end))
    names = {each.id: each.name for each in scene.points}
    most = max(sorted(names), key=lambda each: ends[each])
    text = say("graph_summary", points=len(scene.points), lines=len(scene.lines), kinds=told)
    return text + (say("graph_summary_most", name=names[most], count=ends[most]) if ends[most] > 1 else "")


def parts(scene: Scene) -> int:
    """How many parts the tables have."""
    return max(1, ceil(max(len(scene.points), len(scene.lines)) / PART))


def things_table(scene: Scene) -> Table:
    """The things of the present part: name, kind, when, number of links."""
    ends = Counter(end for line in scene.lines for end in (line.start, line.end))
    columns = [
        Column(say("graph_thing")),
        Column(say("graph_kind")),
        Column(say("graph_when"), "date"),
        Column(say("graph_links_count"), "number"),
    ]
    shown = scene.points[(scene.state.part - 1) * PART : scene.state.part * PART]
    rows = [
        [Cell(each.name, href=each.href), Cell(each.kind), Cell(_when(scene, each.id)), Cell(str(ends[each.id]))]
        for each in shown
    ]
    return table(say("graph_things"), columns, rows)


def links_table(scene: Scene) -> Table:
    """The links of the present part: from, relation, to, what it says; a derived one is marked."""
    points = {each.id: each for each in scene.points}
    columns = [
        Column(say("graph_from")),
        Column(say("graph_relation")),
        Column(say("graph_to")),
        Column(say("graph_says"), "long"),
    ]
    shown = scene.lines[(scene.state.part - 1) * PART : scene.state.part * PART]
    rows = [
        [
            Cell(points[each.start].name, href=points[each.start].href),
            Cell(each.type),
            Cell(points[each.end].name, href=points[each.end].href),
            Cell(each.text, href=_evidence(scene, each)),
        ]
        for each in shown
    ]
    return table(say("graph_links"), columns, rows)


def _when(scene: Scene, ident: str) -> str:
    if ident not in scene.things:
        return ""
    span = span_of(scene.things[ident])
    ends = [date_text(each) for each in dict.fromkeys((span.since, span.until)) if each]
    return "—".join(ends)


def _evidence(scene: Scene, line: Line) -> str | None:
    """Where the first record a derived line follows from is told."""
    if not line.derived:
        return None
    grounds = (g for tie in scene.ties if (tie.start, tie.end) == (line.start, line.end) for g in tie.grounds)
    return next((Urls().evidence(ground.records[0]) for ground in grounds), None)
