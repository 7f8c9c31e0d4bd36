"""A picture as the records stood on a day: what was not known then is left out, what was known says what it said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from analysis.network.ties import MARK, Tie
from ingest.past.things import KnownThings, things_known_on
from queries.network import label_of, node_of, things
from queries.parts import Link, Node
from webui.held.services import services

MOST: Final = 1500
"""Most things of a picture that are looked up for a past day."""

_DATED: Final = ("unit_name", "title", "rank", "start", "end", "end_status", "school", "year")
"""What of a record a derived tie follows from."""

Key = tuple[str, str, str]
"""Type of a line (a derived kind begins with `~`), its start, its end."""


@dataclass(frozen=True, slots=True)
class AsKnown:
    """The things as they were known, the ids of those that were not, the lines that were not, and the ties that were.

    A tie has only the grounds that were known.
    """

    things: Mapping[str, Node]
    unknown: frozenset[str]
    unsaid: frozenset[Key]
    ties: tuple[Tie, ...]


def as_known(found: Mapping[str, Node], relations: list[Link], ties: list[Tie], day: str) -> AsKnown:
    """What was known of a picture at the end of a day (`YYYY-MM-DD`).

    A ground of a derived tie counts as known where every record it follows from was known and said the same.
    """
    own = services()
    records = {each for tie in ties for ground in tie.grounds for each in ground.records}
    labels = {ident: node.label for ident, node in found.items()} | {each: label_of(each) for each in records}
    known = things_known_on(own.graph, own.settings, {i: label for i, label in labels.items() if label}, day)
    same = set(_unchanged(things(own.graph, records, own.settings.clearance), known))
    unsaid = {
        (each.type, each.start, each.end) for each in relations if not known.told((each.type, each.start, each.end))
    }
    told = tuple(replace(tie, grounds=tuple(g for g in tie.grounds if same.issuperset(g.records))) for tie in ties)
    known_ties = tuple(each for each in told if each.grounds)
    linked = {end for each in _lines(relations, known_ties) if each not in unsaid for end in each[1:]}
    unknown = frozenset(
        ident for ident in found if ident not in known.properties and not (ident in known.named and ident in linked)
    )
    return AsKnown({i: _then(node, known) for i, node in found.items()}, unknown, frozenset(unsaid), known_ties)


def _lines(relations: list[Link], ties: Iterable[Tie]) -> Iterator[Key]:
    yield from ((each.type, each.start, each.end) for each in relations)
    yield from ((MARK + each.kind, each.start, each.end) for each in ties)


def _unchanged(now: Mapping[str, Node], known: KnownThings) -> Iterator[str]:
    """The records that said then what they say now, as far as ties follow from it."""
    for ident, node in now.items():
        then = known.properties.get(ident)
        if then is not None and all(then.get(name) == node.properties.get(name) for name in _DATED):
            yield ident


def _then(node: Node, known: KnownThings) -> Node:
    """The thing with what was known of it; one that was only named says what it says now."""
    then = known.properties.get(node.id, {})
    if not then.get("subject"):
        return node
    return node_of(node.id, node.label, then, services().settings.clearance)
