"""An import against a bare UNWIND that makes the same nodes and relations (aim: at least 0.7 of its speed).

`python -m bench.load [--cadres N] [--engine embedded|neo4j|both] [--runs N]`. The import is taken apart: reading and
mapping the files, and the load: from the records to the last write (identity, projection, validation, provenance).
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bench.bare import Contents, contents, write_bare
from bench.common import Bench, alternate, arguments, benches, table, timed
from demo.city import generate
from graph.store.schema import apply_schema
from ingest.importers import recognise
from ingest.keyring import open_keyring
from ingest.run import Reading, import_paths

HEADS = (
    "engine",
    "cadres",
    "nodes + relations",
    "read + map s",
    "load s",
    "whole s",
    "bare s",
    "load speed",
    "whole speed",
)
_RUN = count()


def main() -> None:
    """Print the figures."""
    asked = arguments("load")
    table(HEADS, _rows(asked))


def _rows(asked: Namespace) -> Iterator[tuple[object, ...]]:
    return (_row(bench) for bench in benches(asked))


def _row(bench: Bench) -> tuple[object, ...]:
    files = prepared(bench)
    whole_import(bench, files)
    what = contents(bench.graph)
    reading, whole, bare = alternate(
        bench.runs, lambda: read_files(bench, files), lambda: whole_import(bench, files), lambda: _bare(bench, what)
    )
    load = whole - reading
    return bench.engine, bench.cadres, what.size, reading, load, whole, bare, bare / load, bare / whole


def prepared(bench: Bench) -> Path:
    """The folder of the city's files; constraints and indexes are made."""
    generate(bench.folder / "files", bench.cadres, bench.seed)
    apply_schema(bench.graph)
    return bench.folder / "files"


def read_files(bench: Bench, files: Path) -> float:
    """Seconds to read every file and draft its records, with no graph."""
    reading = Reading("2026-11-23", open_keyring(bench.settings.data))

    def read() -> int:
        return sum(
            len(record.drafts)
            for path in sorted(files.rglob("*.*"))
            for record in recognise(path).read(path, reading).records
        )

    return timed(read)[0]


def whole_import(bench: Bench, files: Path) -> float:
    """Seconds to import the files into an empty graph."""
    bench.empty()
    now = datetime.fromtimestamp(1_700_000_000 + next(_RUN), UTC)
    return timed(lambda: import_paths(bench.graph, bench.settings, [files], now=now))[0]


def _bare(bench: Bench, what: Contents) -> float:
    bench.empty()
    return timed(lambda: write_bare(bench.graph, what))[0]


if __name__ == "__main__":
    main()
