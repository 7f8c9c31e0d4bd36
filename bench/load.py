"""An import against a bare UNWIND that makes the same nodes and relations (aim: at least 0.7 of its speed).

`python -m bench.load [--cadres N] [--engine embedded|neo4j|both] [--runs N]`. The import is taken apart: reading and
mapping the files, and the load: from the records to the last write (identity, projection, validation, provenance).
Each turn has a fresh engine. The same files are imported a second time as well, which must write nothing.
"""

from __future__ import annotations

from pathlib import Path

from bench.bare import Contents, contents, write_bare
from bench.common import Bench, alternate, arguments, benches, peak_memory, table, timed
from demo.city import generate
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
    "again s",
    "again writes",
    "Python MiB",
)


def main() -> None:
    """Print the figures."""
    asked = arguments("load")
    table(HEADS, (_row(bench) for bench in benches(asked)))


def _row(bench: Bench) -> tuple[object, ...]:
    files = prepared(bench)
    with bench.fresh() as own:
        import_files(own, files)
        memory = peak_memory()
        again, writes = timed(lambda: import_files(own, files))
        what = contents(own.graph)
    reading, whole, bare = alternate(
        bench.runs,
        lambda: read_files(bench, files),
        lambda: whole_import(bench, files),
        lambda: _bare(bench, what),
        warm=False,
    )
    load = whole - reading
    sizes = bench.engine, bench.cadres, what.size
    return *sizes, reading, load, whole, bare, bare / load, bare / whole, again, writes, memory


def prepared(bench: Bench) -> Path:
    """The folder of the city's files, written."""
    generate(bench.files, bench.cadres, bench.seed)
    return bench.files


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


def import_files(bench: Bench, files: Path) -> int:
    """Import the files; returns all the engine was made to write."""
    return import_paths(bench.graph, bench.settings, [files]).writes


def whole_import(bench: Bench, files: Path) -> float:
    """Seconds to import the files into an empty graph."""
    with bench.fresh() as own:
        return timed(lambda: import_files(own, files))[0]


def _bare(bench: Bench, what: Contents) -> float:
    with bench.fresh() as own:
        return timed(lambda: write_bare(own.graph, what))[0]


if __name__ == "__main__":
    main()
