"""A picture as it is shown: what is left of what was gathered, where each thing lies, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from analysis.career.levels import height, level_names, short_name
from analysis.drawing.looks import look_of
from analysis.drawing.network import Guide, Line, Point
from analysis.network.layouts import lay
from analysis.network.layouts.layers import ROW
from analysis.network.layouts.time import YEAR, ZERO
from analysis.network.plan import Place, Plan, Traits
from analysis.network.ties import MARK, Ground, Tie, kind, sentences
from graph.model.codes import worded
from graph.model.records import lists_on
from queries.network import things
from queries.parts import Link, Node
from webui.explorer.facets import Facet, facets, passes
from webui.explorer.gather import Gathered, LeftOut, gather
from webui.explorer.grouping import grouped
from webui.explorer.namesakes import names_apart
from webui.explorer.span import Span, span_of, year_of
from webui.explorer.state import State, is_id
from webui.frame.language import language, say
from webui.held.services import services
from webui.parts.formats import date_text, interval_text
from webui.parts.names import kind_name, relation_name, thing_name

_SLOW: Final = 3000
"""With more things than these only two layouts answer in time."""

_FAST: Final = ("force", "tree")


@dataclass(frozen=True)
class Scene:
    """The picture. `labels` and `types` count what there is before filters, `ties` are by both ends of a line.

    `ties` are told on the grounds that they have in the time asked for, `dates` are when all that was gathered came and
    went. `left_out` are steps that brought only a part, `facets` the properties by which those shown can be told apart,
    `filtered` how many things the filters hide, `alone` how many of them had no link in the time asked for, `missing`
    those of which the records of the day asked for did not tell.
    """

    state: State
    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    places: Mapping[str, Place]
    guides: tuple[Guide, ...]
    things: Mapping[str, Node]
    ties: tuple[Tie, ...]
    dates: tuple[str, ...]
    labels: Mapping[str, int]
    types: Mapping[str, int]
    left_out: tuple[LeftOut, ...]
    groups: Mapping[str, tuple[str, ...]]
    facets: tuple[Facet, ...]
    filtered: int
    alone: int
    missing: frozenset[str]
    hidden: int
    withheld: int
    gone: int
    cut: bool
    layout: str


def build_scene(state: State) -> Scene:
    """The scene of a state, read from the graph."""
    found = gather(state)
    asked, dates = Span(state.since, state.until), tuple(_dates(found))
    hidden, shown, points, lines = _visible(state, found)
    labels, types = Counter(each.label for each in points.values()), Counter(key for key, _ in lines)
    kept, drawn = _filtered(state, found, points, lines)
    alone = frozenset() if state.alone else _alone(state, found, kept, lines, drawn)
    kept = {key: each for key, each in kept.items() if key not in alone}
    layout = state.layout if len(found.things) <= _SLOW or state.layout in _FAST else "force"
    places = _places(layout, found, [line for _, line in lines], state)
    joined = grouped(state, kept, [line for _, line in drawn], places)
    return Scene(
        state=state,
        points=tuple(joined.points),
        lines=tuple(joined.lines),
        places=joined.places,
        guides=tuple(_guides(layout, found, joined.places)),
        things=found.things,
        ties=tuple(each for each in found.ties if any(_meets(one, asked) for one in each.grounds)),
        dates=dates,
        labels=labels,
        types=types,
        left_out=tuple(found.left_out),
        groups=joined.groups,
        facets=facets(shown, state.having),
        filtered=len(points) - len(kept),
        alone=len(alone),
        missing=found.unknown,
        hidden=len(hidden & found.things.keys()),
        withheld=found.withheld,
        gone=found.gone,
        cut=found.cut,
        layout=layout,
    )


def shown_of(state: State) -> tuple[Mapping[str, Node], tuple[Tie, ...]]:
    """The things and the derived ties that the picture of a state shows, each by itself where it draws them as one."""
    found = gather(state)
    _, _, points, lines = _visible(state, found)
    kept, drawn = _filtered(state, found, points, lines)
    keys = {(key, line.start, line.end) for key, line in drawn}
    ties = tuple(each for each in found.ties if (MARK + each.kind, each.start, each.end) in keys)
    return {each: found.things[each] for each in kept}, ties


def _visible(state: State, found: Gathered) -> tuple[set[str], list[Node], dict[str, Point], list[tuple[str, Line]]]:
    """What is hidden by steps; what is not, and was known on the day of the records: things, points and lines."""
    hidden = {each.id for each in state.done if each.verb == "hide"}
    shown = [each for each in found.things.values() if each.id not in hidden | found.unknown]
    names = names_apart(shown)
    found.ties = [_in_time(each, Span(state.since, state.until)) for each in found.ties]
    points = {each.id: _point(each, names[each.id], found, state) for each in shown}
    lines = [each for each in _lines(found) if (each[0], each[1].start, each[1].end) not in found.unsaid]
    return hidden, shown, points, lines


def name_of_picture(state: State) -> str:
    """What the thing is called that a picture of a state has its name from."""
    asked = [each for each in _naming(state) if is_id(each)]
    found = things(services().graph, asked, services().settings.clearance)
    return _name(state, found) or say("graph_title")


def title_of(scene: Scene) -> str:
    """What the picture is of."""
    name = _name(scene.state, scene.things)
    return say("graph_title_of", name=name) if name else say("graph_title")


def _naming(state: State) -> tuple[str, ...]:
    """What a picture has its name from: what it is about, else the one thing it starts with."""
    return (state.about, *(state.seeds if len(state.seeds) == 1 else ()))


def _name(state: State, there: Mapping[str, Node]) -> str:
    """The name of the first of these that is there; empty where none is, as of a picture that starts with many."""
    first = next((there[each] for each in _naming(state) if each in there), None)
    return thing_name(first.label, first.name) if first else ""


def _point(thing: Node, called: str, found: Gathered, state: State) -> Point:
    marks = {
        "chosen": thing.id == state.about,
        "found": bool(state.find) and state.find.lower() in thing.name.lower(),
        "vacant": thing.id in found.vacant,
        "pinned": thing.id in _pins(state),
    }
    name = say("graph_vacant", name=called) if thing.id in found.vacant else called
    told = frozenset(name for name, holds in marks.items() if holds)
    return Point(thing.id, kind_name(thing.label), name, None, thing.label, told)


def _lines(found: Gathered) -> list[tuple[str, Line]]:
    """Every line with the name by which it can be left out: a relation's type, or `~` and a derived kind."""
    plain = [(each.type, _relation_line(each)) for each in found.relations]
    return [*plain, *((MARK + each.kind, _tie_line(each)) for each in found.ties)]


def _relation_line(relation: Link) -> Line:
    said = {key: str(value) for key, value in relation.properties.items() if value is not None}
    dates = interval_text(said.get("start"), said.get("end"), None) if {"start", "end"} & said.keys() else ""
    text = " ".join(filter(None, (*_coded(relation.type, said), date_text(said.get("date")), dates)))
    return Line(relation_name(relation.type), relation.start, relation.end, text=text)


def _coded(type: str, said: Mapping[str, str]) -> Iterator[str]:  # noqa: A002 - Neo4j's own word
    """The role and the kind that a relation tells, in the reader's words."""
    for name in ("role", "kind"):
        if name in said:
            yield worded(said[name], lists_on(type).get(name, ()), language())


def _tie_line(tie: Tie) -> Line:
    return Line(
        say("graph_derived", kind=kind(tie.kind).title(language())),
        tie.start,
        tie.end,
        derived=True,
        text=say("list_semicolon").join(sentences(tie, language())),
        mutual=not kind(tie.kind).directed,
    )


def _filtered(
    state: State, found: Gathered, points: Mapping[str, Point], lines: list[tuple[str, Line]]
) -> tuple[dict[str, Point], list[tuple[str, Line]]]:
    """Without the kinds, relations and times that are switched off, and without what has too few lines left."""
    asked = Span(state.since, state.until)
    kept = {
        each.id: each
        for each in points.values()
        if each.label not in state.without
        and span_of(found.things[each.id]).meets(asked)
        and passes(found.things[each.id], state.having)
    }
    timely = _timely(found, asked)
    drawn = [
        (key, line)
        for key, line in lines
        if key not in state.cut and line.start in kept and line.end in kept and (key, line.start, line.end) in timely
    ]
    if state.least:
        linked = Counter(end for _, line in drawn for end in (line.start, line.end))
        kept = {key: each for key, each in kept.items() if linked[key] >= state.least or key in state.seeds}
        drawn = [(key, line) for key, line in drawn if line.start in kept and line.end in kept]
    return kept, drawn


def _alone(
    state: State,
    found: Gathered,
    kept: Mapping[str, Point],
    lines: list[tuple[str, Line]],
    drawn: list[tuple[str, Line]],
) -> frozenset[str]:
    """What has links, but none left in the time asked for, and no time of its own; never what the picture is about."""
    if not (state.since or state.until):
        return frozenset()
    linked = {end for _, line in lines for end in (line.start, line.end)}
    still = {end for _, line in drawn for end in (line.start, line.end)} | {*state.seeds, state.about}
    return frozenset(each for each in kept if each in linked - still and span_of(found.things[each]) == Span())


def _timely(found: Gathered, asked: Span) -> set[tuple[str, str, str]]:
    """The lines that held at some time in the span; what has no date is kept, since nothing says it did not."""
    plain = {(each.type, each.start, each.end) for each in found.relations}
    return plain | {
        (MARK + each.kind, each.start, each.end)
        for each in found.ties
        if any(_meets(one, asked) for one in each.grounds)
    }


def _in_time(tie: Tie, asked: Span) -> Tie:
    """The tie with the grounds it has in the time asked for; with all of them where it has none in it."""
    grounds = tuple(each for each in tie.grounds if _meets(each, asked))
    return replace(tie, grounds=grounds) if grounds else tie


def _meets(ground: Ground, asked: Span) -> bool:
    return Span(ground.since or "", ground.until or "").meets(asked)


def _dates(found: Gathered) -> Iterator[str]:
    told = [span_of(each) for each in found.things.values()]
    told += [Span(one.since or "", one.until or "") for tie in found.ties for one in tie.grounds]
    yield from (date for each in told for date in (each.since, each.until) if date)


def _pins(state: State) -> dict[str, Place]:
    pins: dict[str, Place] = {}
    for step in state.done:
        if step.verb == "pin":
            pins[step.id] = (float(step.more[0]), float(step.more[1]))
        elif step.verb == "unpin":
            pins.pop(step.id, None)
    return pins


def _places(layout: str, found: Gathered, lines: list[Line], state: State) -> dict[str, Place]:
    """Where everything lies that was gathered, what is not shown too: nothing moves when something is left out."""
    traits = {each.id: Traits(_row(each), year_of(each)) for each in found.things.values()}
    links = tuple(dict.fromkeys((each.start, each.end) for each in lines))
    plan = Plan(tuple(found.arrivals), links, traits)
    pins = {ident: place for ident, place in _pins(state).items() if ident in found.things}
    return {**lay(layout, plan), **pins}


def _row(thing: Node) -> int:
    """The row among the ranks: people by level, the highest first; units and posts above, records below them."""
    levels = level_names()
    if thing.label == "Cadre":
        level = str(thing.properties.get("position_level") or "")
        return len(levels) - 1 - height(level) if level in levels else len(levels)
    row = look_of(thing.label).row
    return row if row is not None else len(levels) + 1


def _guides(layout: str, found: Gathered, places: Mapping[str, Place]) -> Iterator[Guide]:
    if layout == "layers":
        levels = level_names()
        rows = {_row(each) for each in found.things.values() if each.label == "Cadre" and each.id in places}
        for row in sorted(rows):
            known = row < len(levels)
            name = short_name(levels[len(levels) - 1 - row], language()) if known else say("graph_no_level")
            yield Guide(row * ROW - ROW / 2 + 8, name, upright=False)
    if layout == "time":
        years = [year for each in found.things.values() if each.id in places and (year := year_of(each)) is not None]
        if years:
            first, last = int(min(years)), int(max(years)) + 1
            step = 1 if last - first <= 25 else 5
            yield from (
                Guide((year - ZERO) * YEAR, str(year), upright=True)
                for year in range(first, last + 1)
                if year % step == 0
            )


def with_links(scene: Scene, href: Mapping[str, str]) -> Scene:
    """The scene with an address for each thing."""
    return replace(scene, points=tuple(replace(each, href=href.get(each.id)) for each in scene.points))
