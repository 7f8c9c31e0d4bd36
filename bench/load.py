"""An import against a bare UNWIND that makes the same nodes and relations (aim: at least 0.7 of its speed).

`python -m bench.load [--cadres N] [--engine embedded|neo4j|both] [--runs N]`. The import is taken apart: reading and
mapping the files, and the load: from the records to the last write (identity, projection, validation, provenance).
Each turn has a fresh engine. The same files are imported a second time as well, which must write nothing. `--keep`
leaves the city of the first turn for other measurements.
"""

from __future__ import annotations

from bench.bare import Contents, contents, write_bare
from bench.common import Bench, alternate, arguments, benches, peak_memory, table, timed
from ingest.importers import recognise
from ingest.keyring import open_keyring
from ingest.reading import Reading
from ingest.run import import_paths

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
    bench.write_city()
    first = [bench.import_seconds()]
    memory = peak_memory()
    again, writes = timed(lambda: import_files(bench))
    what = contents(bench.graph)
    reading, whole, bare = alternate(
        bench.runs,
        lambda: read_files(bench),
        lambda: first.pop() if first else whole_import(bench),
        lambda: _bare(bench, what),
        warm=False,
    )
    load = whole - reading
    sizes = bench.engine, bench.cadres, what.size
    return *sizes, reading, load, whole, bare, bare / load, bare / whole, again, writes, memory


def read_files(bench: Bench) -> float:
    """Seconds to read every file and draft its records, with no graph."""
    reading = Reading("2026-11-23", open_keyring(bench.settings.data))

    def read() -> int:
        return sum(
            len(record.drafts)
            for path in sorted(bench.files.rglob("*.*"))
            for record in recognise(path).read(path, reading).records
        )

    return timed(read)[0]


def import_files(bench: Bench) -> int:
    """Import the city's files; returns all the engine was made to write."""
    return import_paths(bench.graph, bench.settings, [bench.files]).writes


def whole_import(bench: Bench) -> float:
    """Seconds to import the files into an empty graph."""
    with bench.fresh() as own:
        return timed(lambda: import_paths(own.graph, own.settings, [bench.files]))[0]


def _bare(bench: Bench, what: Contents) -> float:
    with bench.fresh() as own:
        return timed(lambda: write_bare(own.graph, what))[0]


if __name__ == "__main__":
    main()
