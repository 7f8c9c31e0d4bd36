"""Which of some things, and which of their relations, the records told of on an earlier day, and what they said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.facts import Fact, link_of
from ingest.past.projection import past_on

_SUBJECTS: Final = "MATCH (n:Tenure) WHERE n.id IN $ids RETURN n.id AS id, n.subject AS subject ORDER BY id"

Relation = tuple[str, str, str]
"""Type, id of the start, id of the end."""


@dataclass(frozen=True, slots=True)
class KnownThings:
    """What was known at the end of a day: properties by id, relations, and the things that others only name.

    A thing that is only named (a unit that nothing but résumés tells of) was known where something that names it was.
    """

    properties: Mapping[str, Mapping[str, Any]]
    relations: frozenset[Relation]
    named: frozenset[str]

    def told(self, relation: Relation) -> bool:
        """Whether a relation was known; between two things that are only named nothing says when it came."""
        return relation in self.relations or {relation[1], relation[2]} <= self.named


def things_known_on(graph: Graph, settings: Settings, things: Mapping[str, str], day: str) -> KnownThings:
    """What was known of these things, given as label by id, at the end of a day (`YYYY-MM-DD`).

    Looked at are the subjects that these things have today: what was known then and has been withdrawn is not found.
    """
    subjects = dict(subjects_of(graph, things))
    past = past_on(graph, settings, day)
    past.add({each for each in subjects.values() if each}, [])
    relations = frozenset(each for fact in past.facts.values() for each in _relations(fact))
    named = frozenset(ident for ident, subject in subjects.items() if not subject)
    return KnownThings({fact.id: fact.values for fact in past.facts.values()}, relations, named)


def subjects_of(graph: Graph, things: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """Whom each of these things, given as label by id, is told with; None for what is only named by others."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for ident, label in things.items():
        by_label[label].append(ident)
    for label, ids in sorted(by_label.items()):
        for row in graph.read(_SUBJECTS.replace("(n:Tenure)", f"(n:{label})"), ids=sorted(ids)):
            yield row["id"], row["subject"]


def _relations(fact: Fact) -> Iterator[Relation]:
    for field, other in fact.edges:
        link = link_of(fact.label, field)
        yield (link.type, other, fact.id) if link.inward else (link.type, fact.id, other)
