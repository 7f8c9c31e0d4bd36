"""Things that hang on one thing by one relation, drawn as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.drawing.network import Line, Point
from analysis.network.plan import Place
from webui.explorer.names import way_name
from webui.explorer.state import State, Way
from webui.frame.language import say


@dataclass(frozen=True, slots=True)
class Grouped:
    """The picture with groups in it; `groups` are the names of the things in each, by the group's id."""

    points: list[Point]
    lines: list[Line]
    places: Mapping[str, Place]
    groups: Mapping[str, tuple[str, ...]]


def groups_in_force(state: State) -> list[tuple[str, str]]:
    """The things and relations whose other ends are drawn as one, in the order in which that was asked."""
    found: dict[tuple[str, str], None] = {}
    for step in state.done:
        if step.verb == "group":
            found[step.id, step.more[0]] = None
        elif step.verb == "ungroup":
            found.pop((step.id, step.more[0]), None)
    return list(found)


def group_id(ident: str, way: str) -> str:
    """The id of a group in a picture."""
    return f"{ident} {way}"


def grouped(state: State, points: Mapping[str, Point], lines: Sequence[Line], places: Mapping[str, Place]) -> Grouped:
    """Each group as one thing where its first member lay; lines of its members lead to it, each once."""
    into: dict[str, str] = {}
    made: dict[str, Point] = {}
    members: dict[str, tuple[str, ...]] = {}
    laid = dict(places)
    for ident, text in groups_in_force(state):
        way = Way.parse(text)
        inside = [each for each in _others(ident, lines) if each not in into and _fits(points, each, way, state)]
        if ident not in points or len(inside) < 2:
            continue
        name = group_id(ident, text)
        made[name] = Point(
            name,
            points[inside[0]].kind,
            say("graph_group", name=way_name(way), count=len(inside)),
            None,
            points[inside[0]].label,
            frozenset({"group"}),
        )
        laid[name] = places[inside[0]]
        members[name] = tuple(points[each].name for each in inside)
        into |= dict.fromkeys(inside, name)
    kept = [each for key, each in points.items() if key not in into]
    return Grouped([*kept, *made.values()], _redirected(lines, into), laid, members)


def _fits(points: Mapping[str, Point], other: str, way: Way, state: State) -> bool:
    return other in points and points[other].label == way.label and other not in state.seeds and other != state.about


def _others(ident: str, lines: Sequence[Line]) -> list[str]:
    ends = (each.end if each.start == ident else each.start for each in lines if ident in (each.start, each.end))
    return list(dict.fromkeys(ends))


def _redirected(lines: Sequence[Line], into: Mapping[str, str]) -> list[Line]:
    moved: dict[tuple[str, ...], Line] = {}
    for line in lines:
        start, end = into.get(line.start, line.start), into.get(line.end, line.end)
        if start != end:
            new = line if (start, end) == (line.start, line.end) else replace(line, start=start, end=end, text="")
            key: tuple[str, ...] = (line.type, *sorted((start, end))) if line.mutual else (line.type, start, end)
            moved.setdefault(key, new)
    return list(moved.values())
