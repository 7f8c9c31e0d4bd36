"""An import killed at half of its time, against one nobody disturbed: seconds of the whole and of the one that goes on.

`python -m bench.resume [--cadres N] [--engine …]`. The folder holds thirty tables of invented people, each of whom held
two posts; every import is a process of its own on an empty graph, the engine stays. *kept* are the documents that were
whole.
"""

from __future__ import annotations

import subprocess
from functools import partial
from typing import Final

from bench.common import Bench, arguments, benches, table, timed
from graph.store.schema import apply_schema
from ingest.undo import heal
from tests.support.killing import importing

_TABLES: Final = 30
_TENURE: Final = """
[[record]]
type = "Tenure"
values = {{ unit_name = "unit{n}", title = "role{n}", start = "from{n}" }}
[record.links.cadre]
name = "name"
birth_month = "born"
"""
_MAPPING: Final = """
[source]
issuer = "Example Gazette"
[[record]]
type = "Cadre"
key = "name"
values = { name = "name", birth_month = "born" }
"""
_HEADS: Final = ("engine", "people", "tables", "whole s", "killed after s", "kept", "take back s", "go on s")


def main() -> None:
    """Print seconds and documents."""
    table(_HEADS, (_row(bench) for bench in benches(arguments("resume", cadres=6000))))


def _row(bench: Bench) -> tuple[object, ...]:
    _write_tables(bench)
    with bench.fresh() as first:
        whole, code = timed(lambda: _child(bench, first).wait())
        assert code == 0
    with bench.fresh() as second:
        child = _child(bench, second)
        try:
            child.wait(whole / 2)
        except subprocess.TimeoutExpired:
            child.kill()
        child.wait()
        apply_schema(second.graph)
        taking_back, healed = timed(partial(heal, second.graph, second.settings.data))
        going_on, code = timed(lambda: _child(bench, second).wait())
        assert code == 0
    kept = sum(each.whole for each in healed)
    return bench.engine, bench.cadres, _TABLES, whole, whole / 2, kept, taking_back, going_on


def _write_tables(bench: Bench) -> None:
    bench.files.mkdir(parents=True)
    (bench.folder / "lists.toml").write_text(_MAPPING + "".join(_TENURE.format(n=n) for n in (1, 2)), "utf-8")
    each = bench.cadres // _TABLES
    for number in range(_TABLES):
        lines = ["name,born,unit1,role1,from1,unit2,role2,from2"]
        for person in range(number * each, (number + 1) * each):
            posts = (f"Office {(person + n) % 97},Clerk {person % 7},{1990 + 9 * n + person % 9}-03" for n in (0, 1))
            lines.append(f"Person {person},19{50 + person % 30}-0{1 + person % 9},{','.join(posts)}")
        (bench.files / f"{number:02}.csv").write_text("\n".join(lines), "utf-8")


def _child(bench: Bench, engine: Bench) -> subprocess.Popen[bytes]:
    return importing(engine.settings, bench.files, "--mapping", bench.folder / "lists.toml")


if __name__ == "__main__":
    main()
