"""What has to be written so that the graph holds the facts it shall hold: the difference, nothing else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from graph.model.records import record_types
from graph.store.connection import BATCH, Transaction
from graph.store.facts import (
    EdgeKey,
    Fact,
    create_edges,
    create_nodes,
    create_statements,
    delete_edges,
    delete_statements,
    link_of,
    merge_edges,
    merge_stubs,
    remove_nodes,
    replace_nodes,
)
from ingest.stubs import stub_values

Rows = list[dict[str, Any]]


def _referable() -> frozenset[str]:
    targets = {link.target for cls in record_types().values() for link in cls.TYPE.links.values()}
    return frozenset(targets - {"Cadre", "SourceDocument", "SourceRecord", "ImportBatch"})


REFERABLE: Final = _referable()
"""Labels of things that other subjects may refer to before, or after, anybody states them."""


@dataclass(slots=True)
class Difference:
    """Facts to make, to change and to take away, by what becomes of each."""

    created: list[Fact] = field(default_factory=list)
    changed: list[tuple[Fact, Fact]] = field(default_factory=list)
    removed: list[Fact] = field(default_factory=list)
    unchanged: list[Fact] = field(default_factory=list)
    stubs: list[Fact] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing has to be written."""
        return not (self.created or self.changed or self.removed)


def compare(there: Mapping[str, Fact], wanted: Mapping[str, Fact], stubs: Mapping[str, Fact]) -> Difference:
    """The difference between what the graph holds about some subjects and what it shall hold."""
    difference = Difference(stubs=[stub for stub in stubs.values() if stub.id not in wanted])
    for fact in wanted.values():
        old = there.get(fact.id)
        if old is None:
            difference.created.append(fact)
        elif same(old, fact):
            difference.unchanged.append(fact)
        else:
            difference.changed.append((old, fact))
    difference.removed = [fact for fact in there.values() if fact.id not in wanted]
    return difference


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts are equal in values, relations and the places that state them."""
    return says_the_same(one, other) and _sorted(one.statements) == _sorted(other.statements)


def says_the_same(one: Fact, other: Fact) -> bool:
    """Whether two facts are equal in values and relations, wherever they are stated."""
    return one.values == other.values and _present(one.edges) == _present(other.edges)


def _present(edges: Mapping[EdgeKey, Mapping[str, Any]]) -> dict[EdgeKey, dict[str, Any]]:
    return {key: {name: value for name, value in edge.items() if value is not None} for key, edge in edges.items()}


def _sorted(statements: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    return {
        record: sorted(json.dumps(place, sort_keys=True) for place in places) for record, places in statements.items()
    }


def write(transaction: Transaction, difference: Difference) -> None:
    """Write a difference within one transaction."""
    writer = _Writer(transaction)
    writer.stubs(difference.stubs)
    writer.nodes(difference)
    writer.edges(difference)
    writer.statements(difference)
    writer.removals(difference)


class _Writer:
    """Sends rows grouped by statement, at most `BATCH` at a time."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def _send(self, grouped: Mapping[str, Rows]) -> None:
        for cypher, rows in grouped.items():
            for start in range(0, len(rows), BATCH):
                self._transaction.run(cypher, rows=rows[start : start + BATCH])

    def stubs(self, stubs: list[Fact]) -> None:
        """Things only referred to: made where they are missing."""
        nodes: dict[str, Rows] = defaultdict(list)
        edges: dict[str, Rows] = defaultdict(list)
        for stub in stubs:
            nodes[merge_stubs(stub.label)].append({"id": stub.id, "values": stub.values})
            for name, other in stub.edges:
                edges[merge_edges(stub.label, link_of(stub.label, name))].append(
                    {"a": stub.id, "b": other, "values": {}}
                )
        self._send(nodes)
        self._send(edges)

    def nodes(self, difference: Difference) -> None:
        """New facts and changed values; a thing others may refer to can be there as a stub already."""
        rows: dict[str, Rows] = defaultdict(list)
        for fact in difference.created:
            if fact.label in REFERABLE:
                rows[replace_nodes(fact.label)].append({"id": fact.id, "values": fact.values})
            else:
                rows[create_nodes(fact.label)].append({"values": fact.values})
        for old, fact in difference.changed:
            if old.values != fact.values:
                rows[replace_nodes(fact.label)].append({"id": fact.id, "values": fact.values})
        self._send(rows)

    def edges(self, difference: Difference) -> None:
        """Relations the facts own: of new facts all, of changed facts the difference."""
        rows: dict[str, Rows] = defaultdict(list)
        gone: dict[str, Rows] = defaultdict(list)
        for fact in difference.created:
            make = merge_edges if fact.label in REFERABLE else create_edges
            for row, link in _edge_rows(fact, fact.edges):
                rows[make(fact.label, link)].append(row)
        for old, fact in difference.changed:
            before, after = _present(old.edges), _present(fact.edges)
            for row, link in _edge_rows(fact, {key: after[key] for key in after if before.get(key) != after[key]}):
                rows[merge_edges(fact.label, link)].append(row)
            for row, link in _edge_rows(fact, {key: before[key] for key in before if key not in after}):
                gone[delete_edges(fact.label, link)].append(row)
        self._send(gone)
        self._send(rows)

    def statements(self, difference: Difference) -> None:
        """Where each fact is stated; of a changed fact all anew."""
        gone: dict[str, Rows] = defaultdict(list)
        rows: dict[str, Rows] = defaultdict(list)
        changed = [fact for old, fact in difference.changed if _sorted(old.statements) != _sorted(fact.statements)]
        for fact in changed:
            gone[delete_statements(fact.label)].append({"a": fact.id})
        for fact in (*difference.created, *changed):
            rows[create_statements(fact.label)] += [
                {"a": fact.id, "b": record, "values": place}
                for record, places in fact.statements.items()
                for place in places
            ]
        self._send(gone)
        self._send(rows)

    def removals(self, difference: Difference) -> None:
        """Facts nobody states any more; what others still refer to stays, as a thing only referred to."""
        self._cut(difference.removed)
        gone: dict[str, Rows] = defaultdict(list)
        for fact in difference.removed:
            gone[remove_nodes(fact.label)].append({"id": fact.id})
            if fact.label in REFERABLE:
                stub = stub_values(fact.label, fact.id, fact.values)
                gone[_back_to_stub(fact.label)].append({"id": fact.id, "values": stub})
        self._send(gone)
        self._drop_orphans(difference)

    def _cut(self, facts: list[Fact]) -> None:
        gone: dict[str, Rows] = defaultdict(list)
        for fact in facts:
            gone[delete_statements(fact.label)].append({"a": fact.id})
            kept = _key_links(fact.label) if fact.label in REFERABLE else frozenset()
            for row, link in _edge_rows(fact, fact.edges):
                if link.name not in kept:
                    gone[delete_edges(fact.label, link)].append(row)
        self._send(gone)

    def _drop_orphans(self, difference: Difference) -> None:
        """Things that were only referred to by what has gone."""
        lost: dict[str, set[str]] = defaultdict(set)
        pairs = [(fact, fact.edges) for fact in difference.removed]
        pairs += [
            (fact, {k: v for k, v in old.edges.items() if k not in fact.edges}) for old, fact in difference.changed
        ]
        for fact, edges in pairs:
            if fact.label in REFERABLE:
                lost[fact.label].add(fact.id)
            for row, link in _edge_rows(fact, edges):
                if link.target in REFERABLE:
                    lost[link.target].add(row["b"])
        for label in sorted(lost, key=lambda each: not _key_links(each)):
            for row in self._transaction.run(_drop_unused(label), ids=sorted(lost[label])):
                for name, others in row["others"].items():
                    lost[link_of(label, name).target].update(others)


def _edge_rows(fact: Fact, edges: Mapping[EdgeKey, Mapping[str, Any]]) -> Iterator[tuple[dict[str, Any], Any]]:
    for (name, other), values in edges.items():
        present = {key: value for key, value in values.items() if value is not None}
        yield {"a": fact.id, "b": other, "values": present}, link_of(fact.label, name)


def _key_links(label: str) -> frozenset[str]:
    """The relations that are part of what a thing is: a post's unit."""
    declared = record_types()[label].TYPE
    return frozenset(name for name in declared.key if name in declared.links)


def _back_to_stub(label: str) -> str:
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row.values"


def _drop_unused(label: str) -> str:
    """Deletes the stubs nothing refers to; returns for each the other ends of its key relations by field name."""
    links = [link_of(label, name) for name in sorted(_key_links(label))]
    types = ", ".join(f"'{link.type}'" for link in links)
    others = ", ".join(
        f"{link.name}: [(n){'<' if link.inward else ''}-[:{link.type}]-{'' if link.inward else '>'}(o) | o.id]"
        for link in links
    )
    return (
        f"MATCH (n:{label}) WHERE n.id IN $ids AND n.subject IS NULL "
        f"OPTIONAL MATCH (n)-[r]-() WHERE NOT type(r) IN [{types}] "
        "WITH n, count(r) AS uses WHERE uses = 0 "
        f"WITH n, {{{others}}} AS others DETACH DELETE n RETURN others"
    )
