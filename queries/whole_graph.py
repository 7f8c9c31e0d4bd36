"""The whole graph, streamed: every node and relation a reader may see, in bounded memory and in one state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from graph.model.records import record_types
from graph.model.schema import Access
from graph.store.connection import Graph

_LABELS: Final = "MATCH (n) RETURN DISTINCT labels(n)[0] AS label"
_TYPES: Final = "MATCH ()-[r]->() RETURN DISTINCT type(r) AS type"
_ALTERNATIVES: Final = "alternatives"
"""What other sources say of a record, whatever its class: only for those who may read everything."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its label, its id and all it may show, the id included."""

    label: str
    id: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two nodes, given by their ids and labels."""

    type: str
    start: str
    end: str
    start_label: str
    end_label: str
    properties: Mapping[str, Any]


class WholeGraph:
    """All that this clearance reaches; read it within `unchanging`, so that nodes and relations fit each other."""

    def __init__(self, graph: Graph, clearance: Access) -> None:
        self._graph = graph
        self.clearance = clearance
        self.labels = tuple(sorted(row["label"] for row in graph.read(_LABELS) if self._may_see(row["label"])))
        self.types = tuple(sorted(row["type"] for row in graph.read(_TYPES)))

    @contextmanager
    def unchanging(self) -> Iterator[None]:
        """Keep everybody from writing meanwhile; raises EngineBusy while an import is running."""
        with self._graph.writer():
            yield

    def nodes(self, label: str) -> Iterator[Node]:
        """Every node of a label."""
        shown = self._shown(label)
        for row in self._graph.stream(f"MATCH (n:{_quoted(label)}) RETURN properties(n) AS properties"):
            properties = {name: value for name, value in row["properties"].items() if shown(name)}
            yield Node(label, str(properties["id"]), properties)

    def relations(self, type: str) -> Iterator[Relation]:  # noqa: A002 - Neo4j's own word for it
        """Every relation of a type whose two ends may be seen."""
        cypher = (
            f"MATCH (a)-[r:{_quoted(type)}]->(b) RETURN a.id AS start, b.id AS end, "
            "labels(a)[0] AS start_label, labels(b)[0] AS end_label, properties(r) AS properties"
        )
        visible = set(self.labels)
        for row in self._graph.stream(cypher):
            if {row["start_label"], row["end_label"]} <= visible:
                yield Relation(type, **row)

    def _may_see(self, label: str) -> bool:
        declared = record_types().get(label)
        return (declared.TYPE.access if declared else Access.RESTRICTED) <= self.clearance

    def _shown(self, label: str) -> Callable[[str], bool]:
        declared = record_types().get(label)
        if declared is None or self.clearance >= Access.RESTRICTED:
            return lambda _: True
        return lambda name: name != _ALTERNATIVES and declared.TYPE.access_of(name) <= self.clearance


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
