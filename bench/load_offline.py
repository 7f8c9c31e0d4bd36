"""An import against Neo4j's own offline import of the same graph from our CSV export: the limit of what a disk gives.

`python -m bench.load_offline [--cadres N] [--runs N]`, on Neo4j. It also tells what writing the CSV takes, and how much
more memory this process held for it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.common import Bench, alternate, arguments, benches, peak_memory, table, timed
from bench.load import whole_import
from export.graph_files import write_graph
from export.marking import Marking
from graph.model.schema import Access
from queries.whole_graph import WholeGraph
from tests.support.neo4j_server import import_offline

HEADS = (
    "cadres",
    "nodes + relations",
    "whole s",
    "offline s",
    "offline: times as fast",
    "export s",
    "export, further MiB",
)


def main() -> None:
    """Print the figures."""
    asked = arguments("load_offline", engine="neo4j")
    table(HEADS, (_row(bench) for bench in benches(asked)))


def _row(bench: Bench) -> tuple[object, ...]:
    bench.import_city()
    before = peak_memory()
    export, size = timed(lambda: _write(bench, bench.folder / "csv"))
    further = peak_memory() - before
    whole, offline = alternate(
        bench.runs, lambda: whole_import(bench), lambda: _offline(bench.folder / "csv"), warm=False
    )
    return bench.cadres, size, whole, offline, whole / offline, export, further


def _write(bench: Bench, folder: Path) -> int:
    counts = write_graph(WholeGraph(bench.graph, Access.RESTRICTED), folder, "csv", Marking("2026-11-23", "", ""))
    return sum(counts.nodes.values()) + sum(counts.relations.values())


def _offline(folder: Path) -> float:
    with tempfile.TemporaryDirectory(prefix="zhishi-bench-") as name:
        return timed(lambda: import_offline(folder, Path(name) / "neo4j"))[0]


if __name__ == "__main__":
    main()
