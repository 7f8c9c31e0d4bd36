"""A table of N rows imported by a mapping against a bare UNWIND of what it became; memory at each size.

`python -m bench.load_table [--rows N …] [--engine embedded|neo4j|both]`. Every four rows are the tenures of one person,
known by a number. Each import is a process of its own, on a new engine, whose most memory is told; the same file is
imported a second time, which must write nothing. Aim: at least 0.7 of the bare speed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from bench.bare import spool, write_spooled
from bench.common import Bench, benches, parser, read, table, timed
from tests.support.killing import importing

_MAPPING: Final = """
[source]
issuer = "Example Gazette"

[[record]]
type = "Cadre"
identify = { gazette = "number" }
values = { name = "name", birth_month = "born" }

[[record]]
type = "Tenure"
values = { unit_name = "unit", title = "role", start = "from", end = "to" }
links = { cadre = { identify = { gazette = "number" } } }
"""
_COLUMNS: Final = "number,name,born,unit,role,from,to"
_HEADS: Final = (
    "engine",
    "rows",
    "nodes + relations",
    "whole s",
    "bare s",
    "whole speed",
    "again s",
    "again / first",
    "Python MiB",
)


def main() -> None:
    """Print the figures, a line for each engine and size."""
    asking = parser("load_table")
    asking.add_argument("--rows", type=int, nargs="+", default=[10_000])
    asked = read(asking)
    table(_HEADS, (_row(bench, rows) for bench in benches(asked) for rows in asked.rows))


def _row(bench: Bench, rows: int) -> tuple[object, ...]:
    with bench.fresh() as own:
        file, mapping, kept = (own.folder / name for name in ("posts.csv", "posts.toml", "kept"))
        _write_table(file, rows)
        mapping.write_text(_MAPPING, "utf-8")
        whole, memory = timed(lambda: _import(own, file, mapping))
        again, _ = timed(lambda: _import(own, file, mapping))
        size = spool(own.graph, kept)
        with bench.fresh() as other:
            bare = write_spooled(other.graph, kept)
    return bench.engine, rows, size, whole, bare, bare / whole, again, again / whole, memory


def _write_table(file: Path, rows: int) -> None:
    with file.open("w", encoding="utf-8") as out:
        print(_COLUMNS, file=out)
        for row in range(rows):
            person, nth = divmod(row, 4)
            since = 1985 + 9 * nth + person % 7
            print(
                f"p{person},Person {person},19{50 + person % 15}-0{1 + person % 9},Office {(person + 31 * nth) % 997},"
                f"Clerk {(person + nth) % 13},{since}-03,{since + 6}-0{1 + row % 9}",
                file=out,
            )


def _import(bench: Bench, file: Path, mapping: Path) -> float:
    """The most MiB the process of an import held."""
    child = importing(bench.settings, file, "--mapping", mapping, errors=None)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"The import ended with {child.returncode}")
    return used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
