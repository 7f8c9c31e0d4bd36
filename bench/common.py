"""What every measurement shares: its arguments, an empty graph on each engine, a clock, a table of figures."""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from demo.city import generate
from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from graph.store.schema import apply_schema
from ingest.run import import_paths
from tests.support.neo4j_server import neo4j_server

T = TypeVar("T")
ENGINES: Final = ("embedded", "neo4j")
_HEAP: Final = "2g"
_CACHE: Final = "1g"
"""Of Neo4j's store pages; the embedded engine keeps its pages in the heap."""


@dataclass(frozen=True, slots=True)
class Bench:
    """One engine to measure on, with a folder for files; `settings` reach `graph`."""

    engine: str
    folder: Path
    settings: Settings
    graph: Graph
    cadres: int
    runs: int
    seed: int

    @property
    def files(self) -> Path:
        """Where the city's files lie."""
        return self.folder / "files"

    def write_city(self) -> str:
        """Have the invented city's files in `files`, written now or in a kept run; returns the name of its showcase."""
        told = self.folder / "showcase.txt"
        if not told.exists():
            told.write_text(generate(self.files, self.cadres, self.seed).showcase, "utf-8")
        return told.read_text("utf-8")

    def import_city(self) -> str:
        """Have the invented city in the graph, imported now or in a kept run; returns the name of its showcase."""
        showcase = self.write_city()
        self.import_seconds()
        return showcase

    def import_seconds(self) -> float:
        """Seconds the import of the city's files took, now or in the kept run that did it."""
        done = self.folder / "import_seconds.txt"
        if not done.exists():
            moment = datetime(2024, 3, 1, tzinfo=UTC)
            seconds, _ = timed(lambda: import_paths(self.graph, self.settings, [self.files], now=moment))
            done.write_text(str(seconds), "ascii")
        return float(done.read_text("ascii"))

    @contextmanager
    def fresh(self) -> Iterator[Bench]:
        """The same measurement on a new engine with an empty graph, constraints and indexes made.

        Emptying a graph takes longer than filling it, and leaves an engine whose files have holes.
        """
        with (
            tempfile.TemporaryDirectory(prefix="zhishi-bench-") as name,
            server(self.engine, Path(name)) as settings,
            open_graph(settings) as graph,
        ):
            apply_schema(graph)
            yield replace(self, folder=Path(name), settings=settings, graph=graph)


def parser(name: str, *, cadres: int = 200, runs: int = 3, engine: str = "both") -> argparse.ArgumentParser:
    """What every measurement asks on its command line: cadres, runs, seed, engine."""
    asking = argparse.ArgumentParser(prog=f"python -m bench.{name}")
    asking.add_argument("--cadres", type=int, default=cadres)
    asking.add_argument("--runs", type=int, default=runs)
    asking.add_argument("--seed", type=int, default=1)
    asking.add_argument("--engine", choices=(*ENGINES, "both"), default=engine)
    asking.add_argument("--keep", type=Path, help="a folder where imported cities stay for the next measurement")
    return asking


def arguments(name: str, *, cadres: int = 200, runs: int = 3, engine: str = "both") -> argparse.Namespace:
    """What the command line asks for, `engines` as a tuple."""
    return read(parser(name, cadres=cadres, runs=runs, engine=engine))


def read(asking: argparse.ArgumentParser) -> argparse.Namespace:
    """What the command line asks for, `engines` as a tuple."""
    asked = asking.parse_args()
    asked.engines = ENGINES if asked.engine == "both" else (asked.engine,)
    return asked


def benches(asked: argparse.Namespace) -> Iterator[Bench]:
    """Each engine asked for in turn, with an empty graph; its files are gone afterwards.

    With `--keep` the graph is as the last measurement of this size and seed left it, and stays.
    """
    for engine in asked.engines:
        with ExitStack() as stack:
            folder = _folder(asked, engine, stack)
            settings = stack.enter_context(server(engine, folder))
            graph = stack.enter_context(open_graph(settings))
            yield Bench(engine, folder, settings, graph, asked.cadres, asked.runs, asked.seed)


def _folder(asked: argparse.Namespace, engine: str, stack: ExitStack) -> Path:
    if asked.keep is None:
        return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="zhishi-bench-")))
    folder: Path = asked.keep / f"{engine}-{asked.cadres}-{asked.seed}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


@contextmanager
def server(engine: str, folder: Path) -> Iterator[Settings]:
    """Settings that reach the engine whose files lie in `folder`, which may be of an earlier run."""
    if engine == "embedded":
        yield Settings(data=folder / "data", heap=_HEAP, query_timeout=600.0)
        return
    with neo4j_server(folder / "neo4j", heap=_HEAP, cache=_CACHE) as settings:
        yield settings


def percentile(values: Sequence[float], share: float) -> float:
    """The value within which this share of them lies; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds the call takes by the wall clock, and what it returns."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def peak_memory() -> float:
    """The most MiB this process has held so far (Linux tells `ru_maxrss` in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def alternate(runs: int, *works: Callable[[], float], warm: bool = True) -> tuple[float, ...]:
    """The median of what each of these returns, called in turn `runs` times, after one to `warm` up."""
    figures: list[list[float]] = [[] for _ in works]
    for run in range(-int(warm), runs):
        for own, work in zip(figures, works, strict=True):
            figure = work()
            if run >= 0:
                own.append(figure)
    return tuple(statistics.median(own) for own in figures)


def table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print figures as a Markdown table, each row as soon as it is known."""
    print(f"| {' | '.join(heads)} |")
    print(f"| {' | '.join('---' for _ in heads)} |")
    for row in rows:
        print(f"| {' | '.join(f'{cell:,.2f}' if isinstance(cell, float) else str(cell) for cell in row)} |", flush=True)
