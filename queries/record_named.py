"""A record by its id or by its words: what a parameter of type `record` is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.errors import AmbiguousError, NotFoundError
from graph.model.records import record_types
from graph.model.schema import Access
from graph.model.words import Both, sayings
from graph.store.answers import Thing
from graph.store.connection import Graph
from graph.store.schema import searched
from queries.cells import name_of
from queries.evidence import of_label
from queries.fulltext import Hit, search_kind, search_labels

_say: Final = sayings("queries")

_MOST_MEANT: Final = 5
_LOOKED_AT: Final = 200
"""Records that hold the words, among which one of this very text is looked for."""


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A record's id, what it is called, and what it hangs on: names of cadres, projects and units."""

    id: str
    name: str
    about: str = ""


def record_of(graph: Graph, label: str, ident: str, access: Access) -> NamedRecord | None:
    """The record of this id and label; None where there is none, or the class does not reach the label."""
    declared = record_types()[label].TYPE
    if declared.access > access or not ident.startswith(f"{declared.prefix}_"):
        return None
    rows = graph.read(of_label("named_thing", label), id=ident)
    return _named(label, ident, rows[0]["properties"], access) if rows else None


def records_like(graph: Graph, label: str, text: str, access: Access, *, most: int) -> tuple[NamedRecord, ...]:
    """Some records of this label that hold all the words, the newest first; none where the label is not searched."""
    return tuple(_of_hit(hit, access) for hit in _hits(graph, label, text, access, most=most))


def record_named(graph: Graph, label: str, text: str, access: Access) -> NamedRecord:
    """The one record of this label with this id, of this very text or name, or that alone holds all its words.

    Raises NotFoundError where there is none, AmbiguousError where there are several, with their ids.
    """
    if found := record_of(graph, label, text, access):
        return found
    meant = _meant(graph, label, text, access)
    kind = Both(record_types()[label].TYPE.zh, record_types()[label].TYPE.en)
    if not meant:
        raise NotFoundError(_say("no_record_of_text", kind=kind, text=text[:80]), hint=_say("no_record_of_text_hint"))
    if len(meant) > 1:
        told = [f"{each.id}  {each.name}  {each.about}".rstrip() for each in meant[:_MOST_MEANT]]
        raise AmbiguousError(_say("several_records_of_text", kind=kind, text=text[:80]), told)
    return meant[0]


def _meant(graph: Graph, label: str, text: str, access: Access) -> Sequence[NamedRecord]:
    """Records of this very text, or called so with their day behind it; else those that hold all its words."""
    hits = _hits(graph, label, text, access, most=_LOOKED_AT)
    if exact := [hit for hit in hits if text in (hit.properties.get(name) for name in searched()[label])]:
        return [_of_hit(hit, access) for hit in exact]
    # a record is shown as its title and its day, of which the day is no word that is searched
    named, _, _ = text.rpartition(" ")
    like = [_of_hit(hit, access) for hit in hits]
    called = [each for each in like or records_like(graph, label, named, access, most=_LOOKED_AT) if each.name == text]
    return called or like


def _hits(graph: Graph, label: str, text: str, access: Access, *, most: int) -> Sequence[Hit]:
    found = search_kind(graph, text, label, access, most=most) if label in search_labels(access) else None
    return found.hits if found else ()


def _of_hit(hit: Hit, access: Access) -> NamedRecord:
    about = "、".join(each.name for each in hit.about if each.name)
    return _named(hit.label, hit.id, hit.properties, access, about)


def _named(label: str, ident: str, properties: Mapping[str, Any], access: Access, about: str = "") -> NamedRecord:
    return NamedRecord(ident, name_of(Thing(label, ident, properties, ident), access), about)
