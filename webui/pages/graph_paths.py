"""How people are connected: every way as a sentence with its dates, as a picture and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import dist
from typing import Annotated, ClassVar, Final

from flask import Blueprint, Response, request
from markupsafe import Markup

from analysis.drawing.network import Laid, Line, Point, draw_network, positions
from analysis.network.paths import Connection, Leg, connections
from analysis.network.plan import Place
from analysis.network.ties import Tie, find_ties, kind, kind_names, sentence, sentences
from graph.errors import AmbiguousError, InputError, NotFoundError, ZhishiError
from queries.network import label_of, things
from queries.parts import Node
from queries.search import cadre_named
from queries.tie_facts import rows_about
from webui.explorer.derive import facts_of
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Picture
from webui.parts.names import kind_name
from webui.parts.things import thing_page

page = Blueprint("graph_paths", __name__)

MOST_PEOPLE: Final = 6
_ROOM: Final = 180.0
"""Pixels between two people at least."""
_BETWEEN: Final = tuple(name for name in kind_names() if (kind(name).start, kind(name).end) == ("Cadre", "Cadre"))


@dataclass(frozen=True)
class Said:
    """One tie of a leg as a sentence, with the records it follows from."""

    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """From one person to the next: names and pages, and every tie between them in a sentence."""

    start: tuple[str, str]
    end: tuple[str, str]
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Way:
    """One way: the people on it in one line, its steps, and the picture it opens as."""

    people: str
    steps: tuple[Step, ...]
    graph: str


@dataclass(frozen=True)
class Pair:
    """Two people: their names, the ways between them, and what is to be said of there being none or more."""

    title: str
    ways: tuple[Way, ...]
    note: str


@dataclass(frozen=True, kw_only=True)
class GraphPathsPage(View):
    """How people are connected."""

    template: ClassVar[str] = "pages/graph_paths.html"

    people: Annotated[tuple[str, ...], "What stands in the fields of the form: names or ids."]
    fault: Annotated[str, "Why a name was not taken; empty where all were."] = ""
    candidates: Annotated[tuple[str, ...], "Who may have been meant."] = ()
    kinds: Annotated[tuple[tuple[str, str, bool], ...], "Kinds of ties: name, title, whether they are gone through."]
    every: Annotated[bool, "Whether all of the shortest ways are asked for."]
    pairs: Annotated[tuple[Pair, ...], "Each two of the people; none before they are named."] = ()
    picture: Annotated[Picture | None, "All ways in one picture; None where there is no way."] = None
    graph: Annotated[str, "The picture with everybody on a way, to go on from; empty without one."] = ""


@page.get("/graph/paths")
def show() -> Response:
    """The ways between those whom `who` in the address names, through ties of the kinds `via`; all with `every`."""
    typed = tuple(each.strip()[:80] for each in request.args.getlist("who") if each.strip())
    if len(typed) > MOST_PEOPLE:
        raise InputError(say("paths_too_many", count=MOST_PEOPLE), hint=say("paths_too_many_hint"))
    asked = [each for each in request.args.getlist("via") if each in _BETWEEN] or list(_BETWEEN)
    graph, every = services().graph, "every" in request.args
    try:
        people = [cadre_named(graph, each) for each in typed]
    except (NotFoundError, AmbiguousError) as error:
        return render(_refused(typed, asked, error, every=every), error.http_status)
    found = connections(people, lambda some: _ties(some, asked), every=every) if len(people) > 1 else []
    met = things(graph, {*people, *_everybody(found)}, services().settings.clearance)
    return render(
        GraphPathsPage(
            title=say("paths_title"),
            people=tuple(_name(each, met[each].name) for each in people),
            kinds=_kinds(asked),
            every=every,
            pairs=tuple(_pair(each, met, asked) for each in found),
            picture=_picture(found, met) if any(each.ways for each in found) else None,
            graph=_graph(people, _everybody(found), asked) if any(each.ways for each in found) else "",
        )
    )


def _refused(
    typed: tuple[str, ...], asked: Sequence[str], error: NotFoundError | AmbiguousError, *, every: bool
) -> GraphPathsPage:
    """The form as it was filled in, with what is wrong in it."""
    return GraphPathsPage(
        title=say("paths_title"),
        people=typed,
        fault=error.said.text(language()),
        candidates=error.candidates if isinstance(error, AmbiguousError) else (),
        kinds=_kinds(asked),
        every=every,
    )


def _kinds(asked: Sequence[str]) -> tuple[tuple[str, str, bool], ...]:
    return tuple((name, kind(name).title(language()), name in asked) for name in _BETWEEN)


def _name(ident: str, name: str) -> str:
    """What a field of the form says of a person: the name, or the id where others are called alike."""
    try:
        return name if cadre_named(services().graph, name) == ident else ident
    except ZhishiError:
        return ident


def _ties(people: Sequence[str], names: Sequence[str]) -> Iterator[Tie]:
    facts = facts_of(rows_about(services().graph, people, "Cadre"))
    return (each for each in find_ties(facts, names) if each.start in people or each.end in people)


def _everybody(found: Iterable[Connection]) -> list[str]:
    legs = (leg for each in found for way in each.ways for leg in way)
    return list(dict.fromkeys(end for leg in legs for end in (leg.start, leg.end)))


def _pair(found: Connection, met: dict[str, Node], kinds: Sequence[str]) -> Pair:
    one, other = met[found.first].name, met[found.second].name
    note = "" if found.ways and not found.more else say("paths_more" if found.more else "paths_none")
    return Pair(say("paths_between", one=one, other=other), tuple(_way(each, met, kinds) for each in found.ways), note)


def _way(legs: Sequence[Leg], met: dict[str, Node], kinds: Sequence[str]) -> Way:
    people = [legs[0].start, *(each.end for each in legs)]
    names = " → ".join(met[each].name for each in people)
    return Way(names, tuple(_step(each, met) for each in legs), _graph(people, people, kinds))


def _step(leg: Leg, met: dict[str, Node]) -> Step:
    said = (Said(sentence(tie, ground, language()), ground.records) for tie in leg.ties for ground in tie.grounds)
    start, end = ((met[each].name, Urls().cadre(each)) for each in (leg.start, leg.end))
    return Step(start, end, tuple(said))


def _graph(people: Sequence[str], met: Sequence[str], kinds: Sequence[str]) -> str:
    seeds = list(dict.fromkeys([*people, *met]))
    return Urls().graph({"at": seeds, "ties": list(kinds)})


def _picture(found: Sequence[Connection], met: dict[str, Node]) -> Picture:
    asked = {end for each in found for end in (each.first, each.second)}
    points = [
        Point(
            each,
            kind_name("Cadre"),
            met[each].name,
            thing_page(label_of(each), each),
            "Cadre",
            frozenset({"chosen"} if each in asked else ()),
        )
        for each in _everybody(found)
    ]
    legs = (leg for each in found for way in each.ways for leg in way)
    ties = list({(tie.kind, tie.start, tie.end): tie for leg in legs for tie in leg.ties}.values())
    lines = _lines(ties)
    caption = say("paths_caption", people=len(points), ties=len(ties))
    svg = draw_network(
        points,
        lines,
        title=say("paths_title"),
        description=caption,
        language=language(),
        laid=Laid(_apart(positions(points, lines), lines)),
    )
    return Picture(Markup(svg), caption, "")  # noqa: S704 - our own SVG, escaped by its builder


def _lines(ties: Iterable[Tie]) -> list[Line]:
    """One line between two people, with all that ties them: two lines would lie on each other."""
    between: dict[frozenset[str], list[Tie]] = {}
    for tie in ties:
        between.setdefault(frozenset((tie.start, tie.end)), []).append(tie)
    return [_line(some) for some in between.values()]


def _line(ties: Sequence[Tie]) -> Line:
    titles = dict.fromkeys(kind(tie.kind).title(language()) for tie in ties)
    told = (each for tie in ties for each in sentences(tie, language()))
    comma = say("list_comma")
    return Line(
        comma.join(titles),
        ties[0].start,
        ties[0].end,
        derived=True,
        text=say("list_semicolon").join(told),
        mutual=not any(kind(tie.kind).directed for tie in ties),
    )


def _apart(places: Mapping[str, Place], lines: Sequence[Line]) -> Mapping[str, Place]:
    """The same picture, so large that what is written on its shortest line has room."""
    shortest = min((dist(places[each.start], places[each.end]) for each in lines), default=_ROOM)
    larger = max(1.0, _ROOM / max(shortest, 1.0))
    return {key: (x * larger, y * larger) for key, (x, y) in places.items()}
