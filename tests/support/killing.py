"""Imports that die by `kill -9`, and the next import, which must leave the graph that an undisturbed one leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from graph.store.fingerprint import fingerprint
from ingest.run import import_paths
from tests.support.clients import ROOT
from tests.support.environment import environment

_BASE: Final = datetime(2024, 3, 1, tzinfo=UTC)
_NEXT: Final = datetime(2024, 3, 2, tzinfo=UTC)
_KEY: Final = "5a" * 32
_IMPORT: Final = "from cli.main import app; app()"


@dataclass(frozen=True, slots=True)
class Killing:
    """What became of one killed import: whether it was killed before its end, and whether it had begun to write."""

    before_end: bool
    half_written: bool
    healed: bool


def importing(
    settings: Settings, *arguments: Path | str, errors: int | None = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """A process of its own that imports, and can be killed; what it says of `errors` goes nowhere, or is shown."""
    command = [sys.executable, "-c", _IMPORT, "import", *map(str, arguments)]
    given = os.environ | environment(settings)
    return subprocess.Popen(command, cwd=ROOT, env=given, stdout=subprocess.DEVNULL, stderr=errors)


class Scene:
    """A graph that holds a first folder, and a second folder that comes in, whole or again and again killed.

    `whole` is the second folder with the first inside, as an officer imports a folder that has grown.
    """

    def __init__(self, settings: Settings, first: Path, whole: Path) -> None:
        self._settings = settings
        self._first = first
        self._whole = whole
        self._restore()
        self._child().wait(300)
        self._restore()
        start = perf_counter()
        assert self._child().wait(300) == 0
        self.seconds = perf_counter() - start
        self._restore()
        self._undisturbed = self._finish()

    def kill_at(self, share: float) -> Killing:
        """Kill the import after this share of the seconds it takes, then import again."""
        self._restore()
        child = self._child()
        try:
            child.wait(share * self.seconds)
            before_end = False
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            before_end = True
        with open_graph(self._settings) as graph:
            half = bool(graph.read("MATCH (b:ImportBatch {state: 'loading'}) RETURN b.id AS id"))
        healed = self._finish() == self._undisturbed if before_end else True
        return Killing(before_end, half, healed)

    def _restore(self) -> None:
        """Only the first folder is there."""
        self._settings.data.mkdir(parents=True, exist_ok=True)
        (self._settings.data / "identity.key").write_text(_KEY)
        with open_graph(self._settings) as graph:
            while graph.write("MATCH (n) WITH n LIMIT 10000 DETACH DELETE n").writes:
                pass
            import_paths(graph, self._settings, [self._first], now=_BASE)

    def _child(self) -> subprocess.Popen[bytes]:
        return importing(self._settings, self._whole)

    def _finish(self) -> str:
        """Import the whole folder; everything there is then, but for the batches and their clocks."""
        with open_graph(self._settings) as graph:
            import_paths(graph, self._settings, [self._whole], now=_NEXT)
            assert graph.read("MATCH (b:ImportBatch {state: 'loading'}) RETURN b.id AS id") == []
            return fingerprint(partial(without_clocks, graph), without=["ImportBatch"])


def without_clocks(graph: Graph, cypher: str) -> Iterator[dict[str, Any]]:
    """Rows whose properties do not say when they were written: an import killed after its last write is done."""
    for row in graph.stream(cypher):
        told = row["properties"]
        told.pop("recorded_at", None)
        # when and by which batch a record went out of force: only that it did
        told.update({name: "then" for name in ("known_to", "closed_by") if name in told})
        yield row


def scene(settings: Settings, folder: Path, cadres: int, seed: int) -> Scene:
    """A city whose forms are in the graph already and whose workbooks come in; its data folder is its own."""
    from demo.city import FORM_FOLDER, generate

    whole = folder / "city"
    generate(whole, cadres, seed)
    return Scene(replace(settings, data=folder / "data"), whole / FORM_FOLDER, whole)
