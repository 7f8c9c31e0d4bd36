"""The side of a picture: one thing with what it says, its sources, and what it is linked to before that is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.network.ties import MARK, kind, kind_names, sentence
from graph.errors import NotFoundError
from graph.model.records import record_types
from graph.model.schema import Record
from ingest.past.fact import fact_known_on
from queries.dossier import as_record, visible_labels
from queries.evidence import read_fact
from queries.network import counts, label_of
from webui.explorer.derive import counts_of, ends_at
from webui.explorer.grouping import groups_in_force
from webui.explorer.names import way_name
from webui.explorer.scene import Scene
from webui.explorer.state import State, Step, Way
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.components import Source
from webui.parts.formats import date_text
from webui.parts.names import field_title, kind_name, thing_name
from webui.parts.records import Value, value_text, values_of, when_text
from webui.parts.sources import sources

FEW, MANY = 20, 200
"""How many things one opening brings at most, at first and when asked for more."""


@dataclass(frozen=True)
class Opening:
    """One relation that can be opened: its name, the kind at the other end, how many there are, and addresses.

    `count` is None where the reader's class does not reach the other end. `few` opens the first, `many` more of them;
    `group` draws those shown as one thing, or as many again where `grouped`. Each address is empty where it makes no
    sense.
    """

    name: str
    other: str
    count: int | None
    derived: bool
    few: str
    many: str
    group: str
    grouped: bool


@dataclass(frozen=True)
class Told:
    """One derived tie of the thing as a sentence, with the records it follows from."""

    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Panel:
    """One thing of a picture; `note` says of which day's records it tells where that is not today."""

    id: str
    name: str
    kind: str
    when: str
    note: str
    page: str | None
    values: tuple[Value, ...]
    sources: tuple[Source, ...]
    ways: tuple[Opening, ...]
    told: tuple[Told, ...]
    shown: bool
    pinned: bool
    hide: str
    pin: str
    close: str
    paths: str


def panel_of(scene: Scene, page: str | None) -> Panel | None:
    """The side for the thing a state is about; None where it is about none, or about one that is not in the picture."""
    state, ident = scene.state, scene.state.about
    thing = scene.things.get(ident)
    if thing is None:
        return None
    record = _record(ident, state.known)
    pinned = any(each.id == ident and "pinned" in each.marks for each in scene.points)
    place = scene.places.get(ident, (0.0, 0.0))
    pin = Step("unpin", ident) if pinned else Step("pin", ident, (str(round(place[0])), str(round(place[1]))))
    return Panel(
        id=ident,
        name=thing_name(thing.label, thing.name),
        kind=kind_name(thing.label),
        when=when_text(record) if record else "",
        page=page,
        note=_note(state.known, known_then=record is not None or ident not in scene.missing),
        values=tuple(_said(scene, ident, record)),
        sources=sources(record.sources) if record else (),
        ways=tuple(_ways(state, ident)),
        told=tuple(_told(scene, ident)),
        shown=any(each.id == ident for each in scene.points),
        pinned=pinned,
        hide=_to(state.doing(Step("hide", ident), about="")),
        pin=_to(state.doing(pin)),
        close=_to(replace(state, about="")),
        paths=Urls().graph_paths([ident]) if thing.label == "Cadre" else "",
    )


def _note(known: str, *, known_then: bool) -> str:
    """Of which day's records the side tells; empty for today's."""
    if not known:
        return ""
    return say("graph_panel_known" if known_then else "graph_panel_unknown", day=date_text(known))


def _record(ident: str, known: str) -> Record | None:
    """The record with its sources, as known on a day where one is asked for; None for what is only named by others."""
    own = services()
    label = label_of(ident)
    if known and label in visible_labels(own.settings.clearance):
        row = fact_known_on(own.graph, own.settings, ident, label, known)
        return as_record(row) if row else None
    try:
        return read_fact(services().graph, ident, services().settings.clearance)
    except NotFoundError:
        return None


def _said(scene: Scene, ident: str, record: Record | None) -> Iterator[Value]:
    """What the record says; of a thing that is only named what its node says, of one not known then nothing."""
    if record:
        yield from values_of(record)
    elif ident not in scene.missing:
        yield from _values(scene.things[ident].label, scene.things[ident].properties)


def _values(label: str, properties: object) -> Iterator[Value]:
    told = dict(properties)  # type: ignore[call-overload]  # a mapping of the properties the reader may see
    for name, declared in record_types()[label].TYPE.properties.items():
        text = value_text(declared, told.get(name))
        if text and name not in ("pinyin", "initials", "photo"):
            yield Value(name, field_title(declared), text)


def _ways(state: State, ident: str) -> Iterator[Opening]:
    """Derived kinds first, since they lead from people to people; then relations by how many there are."""
    graph, clearance = services().graph, services().settings.clearance
    derived = counts_of(graph, ident)
    for name in kind_names():
        for outward in ends_at(name, label_of(ident)):
            if number := derived.get((name, outward)):
                other = kind(name).end if outward else kind(name).start
                yield _way(state, ident, Way(MARK + name, outward, other), number)
    plain = counts(graph, ident, clearance)
    for each in sorted(plain, key=lambda one: (one.count is None, -(one.count or 0), one.type)):
        yield _way(state, ident, Way(each.type, each.outward, each.label), each.count)


def _way(state: State, ident: str, way: Way, count: int | None) -> Opening:
    opened = max(
        (each.most for each in state.done if each.verb == "open" and (each.id, each.way) == (ident, way)), default=0
    )
    grouped = (ident, str(way)) in groups_in_force(state)
    steps = {most: Step("open", ident, (str(way), str(most))) for most in (FEW, MANY)}
    verb = "ungroup" if grouped else "group"
    return Opening(
        name=way_name(way),
        other=kind_name(way.label),
        count=count,
        derived=way.kind is not None,
        few=_to(state.doing(steps[FEW])) if count and opened < min(count, FEW) else "",
        many=_to(state.doing(steps[MANY])) if count and count > FEW and opened < min(count, MANY) else "",
        group=_to(state.doing(Step(verb, ident, (str(way),)))) if opened and (count or 0) > 1 else "",
        grouped=grouped,
    )


def _told(scene: Scene, ident: str) -> Iterator[Told]:
    for tie in scene.ties:
        if ident in (tie.start, tie.end):
            for ground in tie.grounds:
                yield Told(sentence(tie, ground, language()), ground.records)


def _to(state: State) -> str:
    return Urls().graph(state.arguments())
