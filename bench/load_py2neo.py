"""An import against py2neo's bulk load of the same nodes and relations, on Neo4j (aim: at least 3 times as fast).

`python -m bench.load_py2neo [--cadres N] [--runs N]`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from py2neo import Graph as Py2neo
from py2neo.bulk import create_nodes, create_relationships

from bench.bare import Contents, contents
from bench.common import Bench, alternate, arguments, benches, table, timed
from bench.load import read_files, whole_import
from graph.settings import Settings

T = TypeVar("T")
_BATCH = 5000
HEADS = (
    "engine",
    "cadres",
    "nodes + relations",
    "load s",
    "whole s",
    "py2neo s",
    "load: times as fast",
    "whole: times as fast",
)


def main() -> None:
    """Print the figures."""
    asked = arguments("load_py2neo", engine="neo4j")
    table(HEADS, (_row(bench) for bench in benches(asked)))


def _row(bench: Bench) -> tuple[object, ...]:
    bench.import_city()
    what = contents(bench.graph)
    reading, whole, bulk = alternate(
        bench.runs,
        lambda: read_files(bench),
        lambda: whole_import(bench),
        lambda: _bulk(bench, what),
        warm=False,
    )
    load = whole - reading
    return bench.engine, bench.cadres, what.size, load, whole, bulk, bulk / load, bulk / whole


def _bulk(bench: Bench, what: Contents) -> float:
    with bench.fresh() as own:
        return timed(lambda: _write(_open(own.settings), what))[0]


def _open(settings: Settings) -> Py2neo:
    return Py2neo(settings.neo4j_uri, auth=(settings.neo4j_username, settings.neo4j_password))


def _write(graph: Py2neo, what: Contents) -> None:
    for label, nodes in sorted(what.nodes.items()):
        for some in _portions(nodes):
            create_nodes(graph.auto(), some, labels={label})
    for (source, kind, target), rows in sorted(what.relations.items()):
        for ties in _portions([(row["a"], row["values"], row["b"]) for row in rows]):
            create_relationships(graph.auto(), ties, kind, (source, "id"), (target, "id"))


def _portions(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))


if __name__ == "__main__":
    main()
