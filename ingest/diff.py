"""What has to be written so that the graph holds the facts it shall hold: the difference, nothing else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graph.errors import StoreError
from graph.model.records import record_types
from graph.model.schema import Link
from graph.model.words import sayings
from graph.store.connection import Transaction
from graph.store.facts import (
    EdgeKey,
    Fact,
    create_edges,
    create_facts,
    create_nodes,
    create_statements,
    delete_edges,
    delete_statements,
    link_of,
    remove_nodes,
    replace_nodes,
    set_edges,
)
from graph.store.portions import portions
from ingest.stubs import stub_values

_say: Final = sayings("ingest")

Rows = list[dict[str, Any]]


def _referable() -> frozenset[str]:
    targets = {link.target for cls in record_types().values() for link in cls.TYPE.links.values()}
    return frozenset(targets - {"Cadre", "SourceDocument", "SourceRecord", "ImportBatch"})


REFERABLE: Final = _referable()
"""Labels of things that other subjects may refer to before, or after, anybody states them."""


@dataclass(slots=True)
class Difference:
    """Facts to make, to change and to take away, by what becomes of each.

    `filled` are facts to make of a node that was only referred to. `stubs` are nodes only referred to, to be made.
    """

    created: list[Fact] = field(default_factory=list)
    filled: list[tuple[Fact, Fact]] = field(default_factory=list)
    changed: list[tuple[Fact, Fact]] = field(default_factory=list)
    removed: list[Fact] = field(default_factory=list)
    unchanged: list[Fact] = field(default_factory=list)
    stubs: list[Fact] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing has to be written."""
        return not (self.created or self.filled or self.changed or self.removed)

    @property
    def takes_away(self) -> bool:
        """Whether facts or relations go, and with them perhaps things that nothing else refers to."""
        return bool(self.removed) or any(old.edges.keys() - fact.edges.keys() for old, fact in self.changed)


def compare(
    there: Mapping[str, Fact], named: Mapping[str, Fact], wanted: Mapping[str, Fact], stubs: Iterable[Fact]
) -> Difference:
    """The difference between what the graph holds about some subjects and what it shall hold.

    `named` are nodes that exist already because others refer to them; `stubs` those that do not and must.
    """
    difference = Difference(stubs=list(stubs))
    for fact in wanted.values():
        old = there.get(fact.id)
        if old is None and fact.id in named:
            difference.filled.append((named[fact.id], fact))
        elif old is None:
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
    """Write a difference within one transaction; whoever calls holds the one right to write."""
    apart = [fact for fact in difference.created if _stands_alone(fact)]
    fused = [fact for fact in difference.created if not _stands_alone(fact)]
    writer = _Writer(transaction)
    writer.nodes(apart, difference)
    writer.facts(fused)
    writer.edges(apart, difference)
    writer.statements(apart, difference)
    writer.removals(difference)


def _stands_alone(fact: Fact) -> bool:
    """Whether others may refer to this new fact in the same portion, so that it must be there before its relations."""
    return fact.label in REFERABLE or fact.label == "Cadre" or not fact.statements


class _Writer:
    """Sends rows grouped by statement, in portions."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def _send(self, grouped: Mapping[str, Rows]) -> None:
        for cypher, rows in grouped.items():
            for some in portions(rows):
                self._transaction.run(cypher, rows=some)

    def nodes(self, apart: Sequence[Fact], difference: Difference) -> None:
        """Nodes that relations can lead to, and changed values."""
        rows: dict[str, Rows] = defaultdict(list)
        for fact in (*difference.stubs, *apart):
            rows[create_nodes(fact.label)].append({"values": fact.values})
        for old, fact in (*difference.filled, *difference.changed):
            if old.values != fact.values:
                rows[replace_nodes(fact.label)].append({"id": fact.id, "values": fact.values})
        self._send(rows)

    def facts(self, facts: Sequence[Fact]) -> None:
        """New facts nobody refers to: each with its first relation of every kind and its first statement at once."""
        made: dict[str, Rows] = defaultdict(list)
        more: dict[str, Rows] = defaultdict(list)
        for fact in facts:
            edges = list(_edge_rows(fact, fact.edges))
            first = {link.name: (row, link) for row, link in reversed(edges)}
            _add_whole(made, fact, first)
            for row, link in edges:
                if first[link.name][0] is not row:
                    more[create_edges(fact.label, link)].append(row)
            more[create_statements(fact.label)] += list(_statement_rows(fact))[1:]
        before = self._transaction.counters.nodes_created
        self._send(made)
        if self._transaction.counters.nodes_created - before != len(facts):
            raise StoreError(_say("refers-to-nothing"), hint=_say("import-again-or-tell"))
        self._send(more)

    def edges(self, apart: Sequence[Fact], difference: Difference) -> None:
        """Relations the facts own: of new things all, of others the difference."""
        new: dict[str, Rows] = defaultdict(list)
        told: dict[str, Rows] = defaultdict(list)
        gone: dict[str, Rows] = defaultdict(list)
        for fact in (*difference.stubs, *apart):
            for row, link in _edge_rows(fact, fact.edges):
                new[create_edges(fact.label, link)].append(row)
        for old, fact in (*difference.filled, *difference.changed):
            before, after = _present(old.edges), _present(fact.edges)
            for row, link in _edge_rows(fact, {key: after[key] for key in after if key not in before}):
                new[create_edges(fact.label, link)].append(row)
            for row, link in _edge_rows(
                fact, {key: after[key] for key in before if after.get(key, before[key]) != before[key]}
            ):
                told[set_edges(fact.label, link)].append(row)
        for old, fact in difference.changed:
            for row, link in _edge_rows(fact, {key: old.edges[key] for key in old.edges if key not in fact.edges}):
                gone[delete_edges(fact.label, link)].append(row)
        for grouped in (gone, new, told):
            self._send(grouped)

    def statements(self, apart: Sequence[Fact], difference: Difference) -> None:
        """Where each fact is stated; of a changed fact all anew."""
        gone: dict[str, Rows] = defaultdict(list)
        rows: dict[str, Rows] = defaultdict(list)
        changed = [fact for old, fact in difference.changed if _sorted(old.statements) != _sorted(fact.statements)]
        for fact in changed:
            gone[delete_statements(fact.label)].append({"a": fact.id})
        for fact in (*apart, *(fact for _, fact in difference.filled), *changed):
            rows[create_statements(fact.label)] += _statement_rows(fact)
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


def _edge_rows(fact: Fact, edges: Mapping[EdgeKey, Mapping[str, Any]]) -> Iterator[tuple[dict[str, Any], Link]]:
    for (name, other), values in edges.items():
        present = {key: value for key, value in values.items() if value is not None}
        yield {"a": fact.id, "b": other, "values": present}, link_of(fact.label, name)


def _statement_rows(fact: Fact) -> Iterator[dict[str, Any]]:
    for record, places in fact.statements.items():
        for place in places:
            yield {"a": fact.id, "b": record, "values": place}


def _add_whole(made: dict[str, Rows], fact: Fact, first: Mapping[str, tuple[dict[str, Any], Link]]) -> None:
    """The row that makes a fact with one relation of each kind and one statement, under its statement."""
    edges = [first[name] for name in sorted(first)]
    stated = next(_statement_rows(fact))
    row = {"values": fact.values, "record": stated["b"], "place": stated["values"]}
    for number, (edge, _) in enumerate(edges):
        row |= {f"b{number}": edge["b"], f"v{number}": edge["values"]}
    made[create_facts(fact.label, [(link, bool(edge["values"])) for edge, link in edges])].append(row)


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
        # a first use is enough to know: counting them all would cost the more the more cadres share a competency
        f"MATCH (n:{label}) WHERE n.id IN $ids AND n.subject IS NULL "
        f"AND NOT EXISTS {{ MATCH (n)-[r]-() WHERE NOT type(r) IN [{types}] }} "
        f"WITH n, {{{others}}} AS others DETACH DELETE n RETURN others"
    )
