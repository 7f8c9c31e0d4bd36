"""A graph of a hundred thousand cadres for the other measurements: an imported city as often as asked, side by side.

`python -m bench.province --keep FOLDER [--cadres N] [--copies N] [--engine …]` copies the kept city of N cadres (it is
imported first where it is not there) into a kept graph of N times COPIES. `bench.page`, `bench.search` and
`bench.library` then find it with `--keep FOLDER --cadres` of that size. Each copy has ids of its own and otherwise the
same values: a name, post or word stands in every city, so that what is found by it grows with the graph.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import chdir
from pathlib import Path
from typing import Any, Final, NamedTuple

import arcadedb_embedded
import jpype

from bench.common import Bench, benches, parser, read, server, table, timed
from export.graph_files import write_graph
from export.marking import Marking
from graph.model.schema import Access
from graph.store.connection import open_graph
from graph.store.engines.embedded.admin import DATABASE
from graph.store.engines.embedded.folder import EngineFolder
from graph.store.schema import apply_schema
from queries.whole_graph import WholeGraph
from tests.support.neo4j_server import import_offline

HEADS = ("engine", "cadres", "load s", "indexes s")
_ID: Final = re.compile(r"\b[a-z]+_[0-9a-f]{20}\b")
"""An id wherever it stands: as a value, in a list, within the JSON that a property keeps."""

_AT_ONCE: Final = 50_000


class _Portion(NamedTuple):
    """Some nodes of a label: their ids, and all of them as an array of JSON."""

    ids: Sequence[str]
    text: str


def main() -> None:
    """Make the kept graphs and print what they took."""
    asking = parser("province", cadres=1000)
    asking.add_argument("--copies", type=int, default=100)
    asked = read(asking)
    if asked.keep is None:
        asking.error("--keep: a folder for the copies is needed")
    wanted, asked.engines = asked.engines, ("embedded",)
    for city in benches(asked):
        city.import_city()
        table(HEADS, (_row(city, engine, asked.copies) for engine in wanted))


def _row(city: Bench, engine: str, copies: int) -> tuple[object, ...]:
    many = city.cadres * copies
    folder = city.folder.with_name(f"{engine}-{many}-{city.seed}")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    shutil.copy(city.settings.data / "identity.key", folder / "data")
    load, _ = timed(lambda: _FILL[engine](WholeGraph(city.graph, Access.RESTRICTED), folder, copies))
    indexes, _ = timed(lambda: _index(engine, folder))
    shutil.copy(city.folder / "showcase.txt", folder)
    (folder / "import_seconds.txt").write_text(str(load), "ascii")
    return engine, many, load, indexes


def _renamed(text: str, number: int) -> str:
    return _ID.sub(rf"\g<0>_{number}", text)


def _fill_neo4j(city: WholeGraph, folder: Path, copies: int) -> None:
    """By Neo4j's own offline import, from the CSV that the product exports."""
    csv = folder / "csv"
    write_graph(city, csv, "csv", Marking("2026-11-29", "", ""))
    for packed in csv.glob("*.csv.gz"):
        head, body = gzip.decompress(packed.read_bytes()).decode().split("\n", 1)
        with packed.with_suffix("").open("w", encoding="utf-8", newline="") as plain:
            plain.write(head + "\n")
            plain.writelines(_renamed(body, number) for number in range(copies))
    arguments = csv / "import.args"
    arguments.write_text(arguments.read_text("utf-8").replace(".csv.gz", ".csv"), "utf-8")
    import_offline(csv, folder / "neo4j")
    shutil.rmtree(csv)


def _fill_embedded(city: WholeGraph, folder: Path, copies: int) -> None:
    """By the engine's own batch loader, in the files of a database that the product has made."""
    with server("embedded", folder) as settings, open_graph(settings):
        engine = EngineFolder.of(settings.data)
    nodes = {label: _portions(node.properties for node in city.nodes(label)) for label in city.labels}
    relations = {
        kind: [(each.start, each.end, json.dumps(each.properties)) for each in city.relations(kind)]
        for kind in city.types
    }
    path = str(engine.home / "databases" / DATABASE)
    with (
        engine.supervisor_lock().acquire(timeout=60),  # nobody may start the server meanwhile
        chdir(folder),  # where the package puts its log
        arcadedb_embedded.open_database(path, jvm_kwargs={"heap_size": "4g"}) as database,
    ):
        for label in nodes:
            database.command("sql", f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS")
        for kind in relations:
            database.command("sql", f"CREATE EDGE TYPE `{kind}` IF NOT EXISTS")
        for number in range(copies):
            _fill_one(database, nodes, relations, number)


def _fill_one(
    database: Any,  # noqa: ANN401 - the package is not typed
    nodes: Mapping[str, Sequence[_Portion]],
    relations: Mapping[str, Sequence[tuple[str, str, str]]],
    number: int,
) -> None:
    """One copy: its nodes, whose places in the files are remembered, then its relations from place to place."""
    places: dict[str, str] = {}
    batcher = jpype.JPackage("com.arcadedb.python").VertexBatcher
    with database.graph_batch(use_wal=False) as batch:
        java = batch._java_graph_batch  # noqa: SLF001 - the public call crosses to Java once a value where one is a list
        for label, portions in nodes.items():
            for some in portions:
                made = str(batcher.createVerticesJson(java, label, _renamed(some.text, number)))
                places.update(zip(some.ids, made.split(";"), strict=True))
        for kind, rows in relations.items():
            values = _renamed("\n".join(properties for *_, properties in rows), number).split("\n")
            ends = ([places[each[which]] for each in rows] for which in (0, 1))
            batch.new_edges(next(ends), kind, next(ends), map(json.loads, values))


def _portions(rows: Iterable[Mapping[str, Any]]) -> list[_Portion]:
    every = list(rows)
    parts = (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE))
    return [_Portion([str(each["id"]) for each in part], json.dumps(part)) for part in parts]


def _index(engine: str, folder: Path) -> None:
    """Constraints and indexes, and what the engine still does before it answers."""
    with server(engine, folder) as settings, open_graph(settings) as graph:
        apply_schema(graph)
        if engine == "neo4j":
            graph.schema("CALL db.awaitIndexes(3600)")


_FILL: Final = {"embedded": _fill_embedded, "neo4j": _fill_neo4j}


if __name__ == "__main__":
    main()
