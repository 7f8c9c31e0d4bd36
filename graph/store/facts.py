"""Facts on their way into the graph: what they are, and the statements that write and read them, made from the model.

Labels and relation types come into the text of a statement from the model alone; every value is a parameter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.model.records import record_types
from graph.model.schema import Link
from graph.store.connection import Graph
from graph.store.schema import is_projected

EdgeKey = tuple[str, str]
"""Field name of the link, id of the other end."""


@dataclass(slots=True)
class Fact:
    """One node as it shall be, with the relations it owns and the places that state it.

    `values` hold everything on the node, `id` and `subject` included. A stub (`subject` absent) is a thing only
    referred to.
    """

    label: str
    id: str
    values: dict[str, Any]
    edges: dict[EdgeKey, dict[str, Any]] = field(default_factory=dict)
    statements: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def link_of(label: str, name: str) -> Link:
    """The declared relation of a record type."""
    return record_types()[label].TYPE.links[name]


def fact_labels() -> tuple[str, ...]:
    """The labels of all records that are projected from source records."""
    return tuple(label for label, cls in record_types().items() if is_projected(cls.TYPE))


def create_nodes(label: str) -> str:
    """Rows: {values}."""
    return f"UNWIND $rows AS row CREATE (n:{label}) SET n = row.values"


def replace_nodes(label: str) -> str:
    """Rows: {id, values}; makes the node where it is missing."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.values"


def merge_stubs(label: str) -> str:
    """Rows: {id, values}; a node that is there stays as it is."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) ON CREATE SET n = row.values"


def _arrow(link: Link, relation: str) -> str:
    return f"(b)-[{relation}]->(a)" if link.inward else f"(a)-[{relation}]->(b)"


def _ends(label: str, link: Link) -> str:
    return f"UNWIND $rows AS row MATCH (a:{label} {{id: row.a}}) MATCH (b:{link.target} {{id: row.b}})"


def create_edges(label: str, link: Link) -> str:
    """Rows: {a, b, values}; `a` owns the relation and has none of this type to `b` yet."""
    return f"{_ends(label, link)} CREATE {_arrow(link, f'r:{link.type}')} SET r = row.values"


def merge_edges(label: str, link: Link) -> str:
    """Rows: {a, b, values}."""
    return f"{_ends(label, link)} MERGE {_arrow(link, f'r:{link.type}')} SET r = row.values"


def delete_edges(label: str, link: Link) -> str:
    """Rows: {a, b}."""
    return f"{_ends(label, link)} MATCH {_arrow(link, f'r:{link.type}')} DELETE r"


def create_statements(label: str) -> str:
    """Rows: {a, b, values}; from a fact to the source record that states it."""
    return (
        f"UNWIND $rows AS row MATCH (a:{label} {{id: row.a}}) MATCH (b:SourceRecord {{id: row.b}}) "
        "CREATE (a)-[r:STATED_IN]->(b) SET r = row.values"
    )


def delete_statements(label: str) -> str:
    """Rows: {a}; all places that state a fact."""
    return f"UNWIND $rows AS row MATCH (a:{label} {{id: row.a}})-[r:STATED_IN]->(:SourceRecord) DELETE r"


def remove_nodes(label: str) -> str:
    """Rows: {id}; of facts nothing points at any more."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) WHERE NOT (n)--() DELETE n"


def facts_of(graph: Graph, subjects: Sequence[str]) -> dict[str, Fact]:
    """The facts the graph holds about these subjects, by id."""
    found: dict[str, Fact] = {}
    for label in fact_labels():
        for row in graph.read(
            f"MATCH (n:{label}) WHERE n.subject IN $subjects RETURN properties(n) AS p", subjects=list(subjects)
        ):
            found[row["p"]["id"]] = Fact(label, row["p"]["id"], row["p"])
    by_label: dict[str, list[str]] = {}
    for fact in found.values():
        by_label.setdefault(fact.label, []).append(fact.id)
    for label, ids in by_label.items():
        _read_statements(graph, label, ids, found)
        _read_edges(graph, label, ids, found)
    return found


def _read_statements(graph: Graph, label: str, ids: list[str], found: Mapping[str, Fact]) -> None:
    cypher = (
        f"MATCH (n:{label})-[r:STATED_IN]->(s:SourceRecord) WHERE n.id IN $ids "
        "RETURN n.id AS id, s.id AS record, properties(r) AS p"
    )
    for row in graph.read(cypher, ids=ids):
        found[row["id"]].statements.setdefault(row["record"], []).append(row["p"])


def _read_edges(graph: Graph, label: str, ids: list[str], found: Mapping[str, Fact]) -> None:
    for link in record_types()[label].TYPE.links.values():
        arrow = f"(n)<-[r:{link.type}]-(o:{link.target})" if link.inward else f"(n)-[r:{link.type}]->(o:{link.target})"
        cypher = (
            f"MATCH (n:{label}) WHERE n.id IN $ids MATCH {arrow} RETURN n.id AS id, o.id AS other, properties(r) AS p"
        )
        for row in graph.read(cypher, ids=ids):
            found[row["id"]].edges[link.name, row["other"]] = row["p"]


def by_label(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """Facts grouped by label, in the order of the labels."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.label, []).append(fact)
    return dict(sorted(groups.items()))
