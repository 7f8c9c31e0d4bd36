"""Damaged and absurd files of every format: no traceback, no hang, no partial write, memory bounded.

`python -m bench.fuzz [--runs FILES] [--first NUMBER] [--format NAME] [--seed N]` reads FILES of each format from NUMBER
on, so that a long run can be made in portions; nothing is imported. `--import-one-in N` also imports one file in N on
`--engine`: where it is rejected the graph must be as before.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bench.common import Bench, benches, parser, peak_memory, read, table
from ingest.run import import_paths
from tests.support.fuzzing import Outcome, bound_memory, damaged, fuzz, samples

_MEMORY: Final = 4 << 30
_BOOKS: Final = ["ImportBatch", "GraphState", "Finding"]


def main() -> None:
    """Print how many files were read, refused, and how many failed in another way; failures are printed in full."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="zhishi-fuzz-") as name:
        kinds = samples(Path(name), asked.seed)
        if asked.format:
            kinds = {asked.format: kinds[asked.format]}
        if asked.import_one_in:
            heads = ("engine", "format", "files imported", "rejected", "partly written")
            rows = (row for bench in benches(asked) for row in _imports(bench, kinds, asked.import_one_in))
            table(heads, rows)
        else:
            _read(kinds, Path(name), asked)


def _arguments() -> argparse.Namespace:
    asking = parser("fuzz", cadres=6, runs=1000)
    asking.add_argument("--first", type=int, default=0)
    asking.add_argument("--format", default="")
    asking.add_argument("--import-one-in", type=int, default=0)
    return read(asking)


def _read(kinds: Mapping[str, Sequence[Path]], folder: Path, asked: argparse.Namespace) -> None:
    bound_memory(_MEMORY)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    slowest: dict[str, float] = defaultdict(float)
    clock = time.process_time()

    def tell(kind: str, number: int, told: Outcome) -> None:
        nonlocal clock
        now = time.process_time()
        slowest[kind], clock = max(slowest[kind], now - clock), now
        counts[kind][told.what] += 1
        if told.trace:
            print(f"{kind} {number}: {told.what}\n{told.trace}", flush=True)

    fuzz(kinds, folder, range(asked.first, asked.first + asked.runs), asked.seed, tell)
    heads = ("format", "files", "read", "refused", "failed", "hung", "slowest s")
    outcomes = ("read", "refused", "failed", "hung")
    table(
        heads, ((kind, own.total(), *(own[what] for what in outcomes), slowest[kind]) for kind, own in counts.items())
    )
    print(f"most memory: {peak_memory():,.0f} MiB")


def _imports(bench: Bench, kinds: Mapping[str, Sequence[Path]], one_in: int) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for kind, paths in kinds.items():
        with bench.fresh() as own:
            counts = Counter(
                told for number in range(0, bench.runs, one_in) for told in _imported(own, kind, paths, number)
            )
        rows.append((bench.engine, kind, counts["imported"], counts["rejected"], counts["partly"]))
    return rows


def _imported(bench: Bench, kind: str, paths: Sequence[Path], number: int) -> Iterator[str]:
    """What became of one damaged file: imported, and where it was rejected whether it left something."""
    draw = random.Random(f"{bench.seed}/{kind}/{number}")
    sample = draw.choice(paths)
    path = bench.folder / f"fuzz{sample.suffix}"
    path.write_bytes(damaged(draw, sample))
    yield "imported"
    before = bench.graph.fingerprint(without=_BOOKS)
    report = import_paths(bench.graph, bench.settings, [path])
    if all(file.status == "rejected" for file in report.files):
        yield "rejected"
        if before != bench.graph.fingerprint(without=_BOOKS):
            yield "partly"


if __name__ == "__main__":
    main()
