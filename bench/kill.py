"""`kill -9` at random moments of an import; the next import must leave the graph an undisturbed one leaves.

`python -m bench.kill [--cadres N] [--runs MOMENTS] [--engine …] [--seed N]`: the counts so far are told on stderr, so
that a long run that is ended still tells what it saw.
"""

from __future__ import annotations

import random
import sys
from collections import Counter

from bench.common import Bench, arguments, benches, table
from tests.support.killing import scene


def main() -> None:
    """Print how many imports were killed, how many of them half written, and how many healed."""
    asked = arguments("kill", cadres=60, runs=25)
    heads = ("engine", "cadres", "import s", "moments", "killed before the end", "half written", "healed alike")
    table(heads, (_row(bench) for bench in benches(asked)))


def _row(bench: Bench) -> tuple[object, ...]:
    own = scene(bench.settings, bench.folder / "kill", bench.cadres, bench.seed)
    draw = random.Random(bench.seed)
    counts: Counter[str] = Counter()
    for number in range(1, bench.runs + 1):
        one = own.kill_at(draw.uniform(0.1, 1.0))
        counts.update(killed=one.before_end, half=one.half_written, healed=one.before_end and one.healed)
        print(bench.engine, number, dict(counts), file=sys.stderr, flush=True)
    return bench.engine, bench.cadres, own.seconds, bench.runs, counts["killed"], counts["half"], counts["healed"]


if __name__ == "__main__":
    main()
