"""The relations of things as a picture that the reader opens up step by step; all of it stands in the address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Final
from urllib.parse import urlencode

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from analysis.network.layouts import layout_names
from analysis.network.ties import MARK, kind, kind_names
from export.graphs import formats
from graph.model.values import add_months, first_day, last_day
from queries.desk.lists import NamedList, all_lists
from queries.desk.stories import all_stories
from webui.explorer.choose import Choice, choices
from webui.explorer.data import scene_data
from webui.explorer.facets import value_name
from webui.explorer.known import MOST as MOST_KNOWN
from webui.explorer.marks import filters_of
from webui.explorer.names import way_name
from webui.explorer.opening import opened
from webui.explorer.panel import Panel, panel_of
from webui.explorer.picture import linked, picture_of, to
from webui.explorer.scene import Scene, build_scene, title_of
from webui.explorer.state import NAMES, State, Step, kept, read_state
from webui.explorer.tables import links_table, parts, summary, things_table
from webui.frame.clock import Clock, clock_of_all_times
from webui.frame.language import language, say
from webui.frame.navigation import Nav
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Picture, Table
from webui.parts.formats import date_text
from webui.parts.names import kind_name, relation_name
from webui.parts.things import thing_page

page = Blueprint("graph", __name__)
NAV = Nav(order=25, word="nav_graph", endpoint="graph.show")

INLINE: Final = 2000
"""With more things than these the drawing is only for readers without scripts."""


@dataclass(frozen=True)
class Switch:
    """Something of the picture that can be left out or put in: its name, how often, whether it is in, the address."""

    name: str
    count: int
    on: bool
    href: str
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class GraphPage(View):
    """A picture of relations, or where to start one."""

    template: ClassVar[str] = "pages/graph.html"

    empty: Annotated[bool, "Whether nothing is in the picture yet."]
    summary: Annotated[str, "What the picture shows, in a sentence."]
    picture: Annotated[Picture, "The picture as a drawing."]
    inline: Annotated[bool, "Whether the drawing stands in the page for everybody, not only without scripts."]
    data: Annotated[str, "The picture as JSON, for the script that lets the reader move about in it."]
    notices: Annotated[tuple[tuple[str, str], ...], "What is not in the picture: text, and address where there is one."]
    undo: Annotated[str, "Address before the last step; empty where there is none."]
    redo: Annotated[str, "Address with the step that was undone; empty where there is none."]
    layouts: Annotated[tuple[tuple[str, str, bool], ...], "Ways to lay it out: title, address, whether it is this one."]
    labels: Annotated[tuple[Switch, ...], "The legend: kinds of things, each to be left out."]
    facets: Annotated[tuple[tuple[str, tuple[Switch, ...]], ...], "Properties with their values, each to be chosen."]
    types: Annotated[tuple[Switch, ...], "Kinds of relations, each to be left out."]
    ties: Annotated[tuple[Switch, ...], "Kinds of derived ties to be found among all that is shown."]
    clock: Annotated[Clock, "The day it is of, and the day of the records."]
    difference: Annotated[str, "Where the picture of two days is compared."]
    marks: Annotated[str, "By what it is filtered, in words, as it is printed."]
    filters: Annotated[tuple[tuple[str, str], ...], "What the filter form keeps of the address, name and value."]
    state: Annotated[State, "The picture as the address says it."]
    panel: Annotated[Panel | None, "The thing the side is about; None for none."]
    things: Annotated[Table, "The things of the picture."]
    links: Annotated[Table, "The links of the picture."]
    pages: Annotated[tuple[tuple[int, str, bool], ...], "Parts of the tables: number, address, whether it is this one."]
    files: Annotated[tuple[tuple[str, str], ...], "The picture as files: format and address."]
    choices: Annotated[tuple[Choice, ...], "Things that what was typed may mean."]
    typed: Annotated[str, "What was typed to be added."]
    address: Annotated[str, "The picture as a query, as a story keeps it."]
    stories: Annotated[tuple[str, ...], "Names of the stories there are."]
    lists: Annotated[tuple[tuple[str, str], ...], "Named lists to start from: name and address."]


@page.get("/graph")
def show() -> AnyResponse:
    """The picture of an address; with `?add=` that much more of it. One thing alone leads to its first view."""
    state = read_state({name: request.args.getlist(name) for name in NAMES})
    typed = request.args.get("add", "").strip()[:80]
    found = choices(services().graph, typed, state) if typed else ()
    if len(found) == 1:
        return redirect(found[0].href, 303)
    if not typed and (first := opened(state)):
        return redirect(Urls().graph(first.arguments()), 303)
    return render(_view(state, typed, found))


def _view(state: State, typed: str, found: Sequence[Choice]) -> GraphPage:
    scene = linked(build_scene(state))
    panel = panel_of(scene, thing_page(scene.things[state.about].label, state.about) if _about(scene) else None)
    title = title_of(scene)
    return GraphPage(
        title=title,
        empty=not scene.things,
        summary=summary(scene),
        picture=picture_of(scene, title),
        inline=len(scene.points) <= INLINE,
        data=scene_data(scene),
        notices=tuple(_notices(scene)),
        undo=to(state.undone()),
        redo=to(state.redone()),
        layouts=tuple(
            (say(f"graph_by_{each}"), to(replace(state, layout=each)), each == scene.layout) for each in layout_names()
        ),
        labels=tuple(_labels(scene)),
        facets=tuple(_facets(scene)),
        types=tuple(_types(scene)),
        ties=tuple(_ties(scene)),
        clock=clock_of_all_times(
            Urls().graph(),
            kept(state, "as_of", "from", "to", "known_on", "part"),
            scene.dates,
            as_of=state.day,
            known=state.known,
        ),
        difference=_difference(state),
        marks=say("graph_list").join(filters_of(scene)),
        filters=tuple(kept(state, "from", "to", "least", "find", "part")),
        state=state,
        panel=panel,
        things=things_table(scene),
        links=links_table(scene),
        pages=tuple((n, to(replace(state, part=n)), n == state.part) for n in range(1, parts(scene) + 1)),
        files=tuple((each, Urls().graph_file(each, state.arguments())) for each in formats()),
        choices=tuple(found),
        typed=typed,
        address=urlencode(state.arguments(), doseq=True),
        stories=tuple(each.name for each in all_stories(services().settings.data)),
        lists=tuple((each.name, Urls().graph_of(f"list:{each.name}", by="force")) for each in _named_lists()),
    )


def _about(scene: Scene) -> bool:
    return scene.state.about in scene.things


def _named_lists() -> Sequence[NamedList]:
    return all_lists(services().settings.data)


def _difference(state: State) -> str:
    """The year before the day, or the time asked for; where the records of a day are shown, since that day."""
    last = last_day(state.until) if state.until else services().today()
    first = first_day(state.since) if state.since and not state.day else add_months(last, -12)
    days = {"from": min(first, last), "to": last, "known_from": state.known}
    picture = replace(state, since="", until="", known="").arguments()
    return Urls().graph_difference(picture | {name: day for name, day in days.items() if day})


def _labels(scene: Scene) -> Iterator[Switch]:
    for label, count in sorted(scene.labels.items(), key=lambda each: (-each[1], each[0])):
        state = scene.state
        yield Switch(kind_name(label), count, label not in state.without, to(state.toggled("without", label)), label)


def _facets(scene: Scene) -> Iterator[tuple[str, tuple[Switch, ...]]]:
    for each in scene.facets:
        values = ((f"{each.label}.{each.name}={value}", value, count) for value, count in each.values)
        yield (
            each.title,
            tuple(
                Switch(
                    value_name(each.label, each.name, value),
                    count,
                    text in scene.state.having,
                    to(scene.state.toggled("having", text)),
                )
                for text, value, count in values
            ),
        )


def _types(scene: Scene) -> Iterator[Switch]:
    for name, count in sorted(scene.types.items(), key=lambda each: (-each[1], each[0])):
        title = kind(name.removeprefix(MARK)).title(language()) if name.startswith(MARK) else relation_name(name)
        on = name not in scene.state.cut
        shown = say("graph_derived", kind=title) if name.startswith(MARK) else title
        yield Switch(shown, count, on, to(scene.state.toggled("cut", name)))


def _ties(scene: Scene) -> Iterator[Switch]:
    """Only where there is more than one thing between which a tie could be."""
    if len(scene.points) < 2:
        return
    for name in kind_names():
        on = name in scene.state.ties
        yield Switch(
            kind(name).title(language()),
            scene.types.get(MARK + name, 0),
            on,
            to(scene.state.toggled("ties", name)),
        )


def _notices(scene: Scene) -> Iterator[tuple[str, str]]:
    state = scene.state
    for each in scene.left_out:
        name = scene.things[each.step.id].name if each.step.id in scene.things else each.step.id
        more = Step("open", each.step.id, (each.step.more[0], str(each.step.most + each.count)))
        yield (
            say("graph_left_out", name=name, way=way_name(each.step.way), shown=each.step.most, count=each.count),
            to(state.doing(more)),
        )
    yield from _filter_notices(scene)
    people = sum(each.label == "Cadre" for each in scene.points)
    if people > 1 and not scene.lines and not state.ties:
        yield say("graph_no_lines"), to(replace(state, ties=("colleague",)))
    if scene.hidden:
        shown = tuple(each for each in state.done if each.verb != "hide")
        yield say("graph_hidden", count=scene.hidden), to(replace(state, steps=shown, back=0))
    for count, word in ((scene.withheld, "graph_withheld"), (scene.gone, "graph_gone")):
        if count:
            yield say(word, count=count), ""
    if scene.cut:
        yield say("graph_cut"), ""
    if scene.layout != state.layout:
        yield say("graph_too_many", layout=say(f"graph_by_{state.layout}")), ""


def _filter_notices(scene: Scene) -> Iterator[tuple[str, str]]:
    """What the filters, the time and the day of the records leave out, each with the way back."""
    state = scene.state
    if scene.filtered:
        clear = replace(state, without=(), having=(), cut=(), since="", until="", least=0)
        yield say("graph_filtered", count=scene.filtered), to(clear)
    if scene.alone:
        yield say("graph_alone", count=scene.alone), to(replace(state, alone=True))
    if state.alone:
        yield say("graph_alone_shown"), to(replace(state, alone=False))
    if state.known:
        word = "graph_unknown" if len(scene.things) <= MOST_KNOWN else "graph_known_too_many"
        yield say(word, count=len(scene.missing), day=date_text(state.known)), to(replace(state, known=""))
