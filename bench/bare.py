"""The same graph written the barest way: what an import is measured against."""

from __future__ import annotations

import pickle
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from graph.store.connection import Graph
from graph.store.portions import BATCH, portions

Rows = list[dict[str, Any]]


@dataclass(slots=True)
class Contents:
    """All nodes by label and all relations by (label, type, label), as rows ready to be written."""

    nodes: dict[str, Rows] = field(default_factory=lambda: defaultdict(list))
    relations: dict[tuple[str, str, str], Rows] = field(default_factory=lambda: defaultdict(list))

    @property
    def size(self) -> int:
        """Nodes and relations together."""
        return sum(map(len, self.nodes.values())) + sum(map(len, self.relations.values()))


def contents(graph: Graph) -> Contents:
    """Everything a graph holds; every node has one label and an id."""
    found = Contents()
    for label, node in _nodes(graph):
        found.nodes[label].append(node)
    for key, relation in _relations(graph):
        found.relations[key].append(relation)
    return found


def write_bare(graph: Graph, what: Contents) -> None:
    """Nodes and relations by plain UNWIND in batches; each relation finds its two ends by their unique ids."""
    for label, rows in sorted(what.nodes.items()):
        _write_rows(graph, _create_nodes(label), rows)
    for key, rows in sorted(what.relations.items()):
        _write_rows(graph, _create_relations(*key), rows)


def spool(graph: Graph, file: Path) -> int:
    """Keep everything a graph holds in a file, as statements with portions of rows; returns how many.

    For graphs that are larger than the memory: one portion a label is held at a time.
    """
    with file.open("wb") as kept:
        nodes = _spool(((_create_nodes(label), node) for label, node in _nodes(graph)), kept)
        relations = _spool(((_create_relations(*key), relation) for key, relation in _relations(graph)), kept)
    return nodes + relations


def write_spooled(graph: Graph, file: Path) -> float:
    """Write what `spool` kept; returns the seconds of the engine and the driver alone, without reading the file."""
    seconds = 0.0
    with file.open("rb") as kept:
        while portion := _next(kept):
            cypher, rows = portion
            start = time.perf_counter()
            _write_rows(graph, cypher, rows)
            seconds += time.perf_counter() - start
    return seconds


def _create_nodes(label: str) -> str:
    return f"UNWIND $rows AS row CREATE (n:{label}) SET n = row"


def _create_relations(source: str, kind: str, target: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) MATCH (b:{target} {{id: row.b}}) "
        f"CREATE (a)-[r:{kind}]->(b) SET r = row.values"
    )


def _nodes(graph: Graph) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in graph.stream("MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS values"):
        yield row["label"], row["values"]


def _relations(graph: Graph) -> Iterator[tuple[tuple[str, str, str], dict[str, Any]]]:
    relations = (
        "MATCH (a)-[r]->(b) RETURN labels(a)[0] AS source, type(r) AS type, labels(b)[0] AS target, "
        "a.id AS a, b.id AS b, properties(r) AS values"
    )
    for row in graph.stream(relations):
        yield (row["source"], row["type"], row["target"]), {"a": row["a"], "b": row["b"], "values": row["values"]}


def _spool(rows: Iterator[tuple[str, dict[str, Any]]], kept: BinaryIO) -> int:
    waiting: dict[str, Rows] = defaultdict(list)
    count = 0
    for cypher, row in rows:
        count += 1
        waiting[cypher].append(row)
        if len(waiting[cypher]) == BATCH:
            pickle.dump((cypher, waiting.pop(cypher)), kept)
    for portion in waiting.items():
        pickle.dump(portion, kept)
    return count


def _next(kept: BinaryIO) -> tuple[str, Rows] | None:
    try:
        portion: tuple[str, Rows] = pickle.load(kept)
    except EOFError:
        return None
    return portion


def _write_rows(graph: Graph, cypher: str, rows: Rows) -> None:
    """Run a statement over `$rows` in portions, each its own transaction."""
    for some in portions(rows):
        graph.write(cypher, rows=some)
