"""The lines that go with a picture wherever it is taken: what was left out of it, the day, and the reader's class."""

from __future__ import annotations

from collections.abc import Iterator

from export.marking import usual_marking
from graph.model.records import record_types
from graph.model.schema import Access
from webui.explorer.facets import facet_name
from webui.explorer.names import way_name
from webui.explorer.scene import Scene
from webui.frame.language import language, say
from webui.held.services import services
from webui.parts.formats import date_text
from webui.parts.names import kind_name


def marks_of(scene: Scene) -> tuple[str, ...]:
    """The filters in words, what was left out, and last the marking, the day and the class."""
    own = services()
    access = access_of(scene)
    last = say(
        "graph_mark",
        marking=usual_marking(access, language()),
        day=date_text(own.today()),
        access=int(own.settings.clearance),
    )
    return (*filter(None, (say("graph_list").join(filters_of(scene)), say("graph_list").join(_missing(scene)))), last)


def access_of(scene: Scene) -> Access:
    """The class of what is in the picture."""
    return max((record_types()[each].TYPE.access for each in scene.labels), default=Access.PUBLIC)


def filters_of(scene: Scene) -> Iterator[str]:
    """By what a picture is filtered, each in words."""
    state = scene.state
    if state.without:
        yield say("graph_mark_without", kinds=say("graph_list").join(kind_name(each) for each in state.without))
    if state.having:
        yield say("graph_mark_having", kinds=say("graph_list").join(facet_name(each) for each in state.having))
    if state.known:
        yield say("graph_mark_known", day=date_text(state.known))
    if state.day:
        yield say("graph_mark_day", day=date_text(state.day))
    elif state.since or state.until:
        yield say("graph_mark_time", since=date_text(state.since) or "…", until=date_text(state.until) or "…")
    if state.least:
        yield say("graph_mark_least", count=state.least)


def _missing(scene: Scene) -> Iterator[str]:
    for each in scene.left_out:
        name = scene.things[each.step.id].name if each.step.id in scene.things else ""
        yield say("graph_left_out", name=name, way=way_name(each.step.way), shown=each.step.most, count=each.count)
    if scene.alone:
        yield say("graph_alone", count=scene.alone)
    if scene.missing:
        yield say("graph_unknown", count=len(scene.missing), day=date_text(scene.state.known))
    if scene.hidden:
        yield say("graph_hidden", count=scene.hidden)
    if scene.withheld:
        yield say("graph_withheld", count=scene.withheld)
    if scene.cut:
        yield say("graph_cut")
