"""The same graph written the barest way: what an import is measured against."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from graph.store.connection import Graph
from graph.store.portions import portions

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
    for row in graph.stream("MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS values"):
        found.nodes[row["label"]].append(row["values"])
    relations = (
        "MATCH (a)-[r]->(b) RETURN labels(a)[0] AS source, type(r) AS type, labels(b)[0] AS target, "
        "a.id AS a, b.id AS b, properties(r) AS values"
    )
    for row in graph.stream(relations):
        key = row["source"], row["type"], row["target"]
        found.relations[key].append({"a": row["a"], "b": row["b"], "values": row["values"]})
    return found


def write_bare(graph: Graph, what: Contents) -> None:
    """Nodes and relations by plain UNWIND in batches; each relation finds its two ends by their unique ids."""
    for label, rows in sorted(what.nodes.items()):
        _write_rows(graph, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows)
    for (source, kind, target), rows in sorted(what.relations.items()):
        _write_rows(
            graph,
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) MATCH (b:{target} {{id: row.b}}) "
            f"CREATE (a)-[r:{kind}]->(b) SET r = row.values",
            rows,
        )


def _write_rows(graph: Graph, cypher: str, rows: Rows) -> None:
    """Run a statement over `$rows` in portions, each its own transaction."""
    for some in portions(rows):
        graph.write(cypher, rows=some)
