"""Facts on their way into the graph: what they are, and the statements that write and read them, made from the model.

Labels and relation types come into the text of a statement from the model alone; every value is a parameter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.model.records import record_types
from graph.model.schema import Link
from graph.store.connection import Graph
from graph.store.portions import portions

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
    return tuple(label for label, cls in record_types().items() if cls.TYPE.projected)


def create_nodes(label: str) -> str:
    """Rows: {values}."""
    return f"UNWIND $rows AS row CREATE (n:{label}) SET n = row.values"


def replace_nodes(label: str) -> str:
    """Rows: {id, values}; the node is there."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row.values"


def create_facts(label: str, links: Sequence[tuple[Link, bool]]) -> str:
    """Rows: {values, record, place, b0, b1 …, v0, v1 …}; new nodes with their first relations and statement at once.

    One statement finds each end once, where single ones would find the new node again for every relation. A link comes
    with whether its relations have properties. A row of which an end is missing makes nothing: count what was made.
    """
    ends = [f"MATCH (b{n}:{link.target} {{id: row.b{n}}})" for n, (link, _) in enumerate(links)]
    made = [_arrow(link, f"r{n}:{link.type}", a="n", b=f"b{n}") for n, (link, _) in enumerate(links)]
    told = [f"r{n} = row.v{n}" for n, (_, valued) in enumerate(links) if valued]
    return " ".join(
        (
            "UNWIND $rows AS row MATCH (s:SourceRecord {id: row.record})",
            *ends,
            f"CREATE {', '.join((f'(n:{label})', '(n)-[r:STATED_IN]->(s)', *made))}",
            f"SET {', '.join(('n = row.values', 'r = row.place', *told))}",
        )
    )


def _arrow(link: Link, relation: str, *, a: str = "a", b: str = "b") -> str:
    """The relation of a link, begun at its owner: an engine may go through all of what a pattern begins with."""
    return f"({a})<-[{relation}]-({b})" if link.inward else f"({a})-[{relation}]->({b})"


def _ends(label: str, link: Link) -> str:
    return f"UNWIND $rows AS row MATCH (a:{label} {{id: row.a}}) MATCH (b:{link.target} {{id: row.b}})"


def create_edges(label: str, link: Link) -> str:
    """Rows: {a, b, values}; `a` owns the relation and has none of this type to `b` yet."""
    return f"{_ends(label, link)} CREATE {_arrow(link, f'r:{link.type}')} SET r = row.values"


def set_edges(label: str, link: Link) -> str:
    """Rows: {a, b, values}; the relation is there."""
    return f"{_ends(label, link)} MATCH {_arrow(link, f'r:{link.type}')} SET r = row.values"


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
    asked = list(subjects)
    return _read(graph, dict.fromkeys(fact_labels(), ("subject", asked)))


def fact_counts(graph: Graph, subjects: Sequence[str]) -> Counter[str]:
    """How many facts the graph holds about these subjects, by label."""
    found: Counter[str] = Counter()
    for asked in portions(subjects):
        for label in fact_labels():
            cypher = f"UNWIND $values AS value MATCH (n:{label} {{subject: value}}) RETURN count(n) AS n"
            found[label] += graph.read(cypher, values=asked)[0]["n"]
    return +found


def facts_named(graph: Graph, ids: Mapping[str, Sequence[str]]) -> dict[str, Fact]:
    """The nodes there are among these ids, given by label, whether anybody states them or not."""
    return _read(graph, {label: ("id", list(some)) for label, some in ids.items() if some})


def ids_there(graph: Graph, ids: Mapping[str, Sequence[str]]) -> set[str]:
    """Which of these ids, given by label, the graph holds."""
    found: set[str] = set()
    for label, some in ids.items():
        cypher = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n.id AS id"
        found.update(row["id"] for row in graph.read(cypher, ids=list(some)))
    return found


def _read(graph: Graph, asked: Mapping[str, tuple[str, list[str]]]) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for label, (name, values) in asked.items():
        for row in graph.read(_fact_query(label, name), values=values):
            fact = found[row["p"]["id"]] = Fact(label, row["p"]["id"], row["p"])
            for record, place in row["statements"]:
                fact.statements.setdefault(record, []).append(place)
            for link in record_types()[label].TYPE.links:
                fact.edges.update({(link, other): told for other, told in row[link]})
    return found


def _fact_query(label: str, name: str) -> str:
    """Facts with everything on them in one row each: an engine plans one text for each label."""
    links = [
        f", [{_arrow(link, f'r:{link.type}', a='n', b=f'o:{link.target}')} | [o.id, properties(r)]] AS {link.name}"
        for link in record_types()[label].TYPE.links.values()
    ]
    return (
        f"UNWIND $values AS value MATCH (n:{label} {{{name}: value}}) RETURN properties(n) AS p, "
        f"[(n)-[r:STATED_IN]->(s:SourceRecord) | [s.id, properties(r)]] AS statements{''.join(links)}"
    )


def properties_of(graph: Graph, label: str) -> Iterator[Mapping[str, Any]]:
    """The properties of every node of a declared label."""
    for row in graph.read(f"MATCH (n:{record_types()[label].TYPE.label}) RETURN properties(n) AS found ORDER BY n.id"):
        yield row["found"]
