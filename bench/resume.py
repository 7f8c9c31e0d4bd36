"""An import killed at half of its time, against one nobody disturbed: seconds of the whole and of the one that goes on.

`python -m bench.resume [--cadres N] [--engine …] [--seed N]`. The folder is an invented city; every import is a
process of its own on an empty graph, the engine stays. *kept* are the documents that were whole when it was killed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial

from bench.common import Bench, arguments, benches, table, timed
from graph.store.schema import apply_schema
from ingest.undo import heal
from tests.support.clients import ROOT
from tests.support.environment import environment

_IMPORT = "from cli.main import app; app()"


def main() -> None:
    """Print seconds and documents."""
    asked = arguments("resume", cadres=200)
    heads = ("engine", "cadres", "documents", "whole s", "killed after s", "kept", "take back s", "go on s", "both s")
    table(heads, (_row(bench) for bench in benches(asked)))


def _row(bench: Bench) -> tuple[object, ...]:
    bench.write_city()
    with bench.fresh() as first:
        whole, code = timed(lambda: _child(bench, first).wait())
        assert code == 0
        [row] = first.graph.read("MATCH (d:SourceDocument) RETURN count(d) AS documents")
    with bench.fresh() as second:
        child = _child(bench, second)
        try:
            child.wait(whole / 2)
        except subprocess.TimeoutExpired:
            child.kill()
        child.wait()
        apply_schema(second.graph)
        taking_back, healed = timed(partial(heal, second.graph, second.settings.data))
        kept = sum(each.whole for each in healed)
        going_on, code = timed(lambda: _child(bench, second).wait())
        assert code == 0
    documents = row["documents"]
    return bench.engine, bench.cadres, documents, whole, whole / 2, kept, taking_back, going_on, whole / 2 + going_on


def _child(bench: Bench, engine: Bench) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _IMPORT, "import", str(bench.files)]
    given = os.environ | environment(engine.settings)
    return subprocess.Popen(command, cwd=ROOT, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
