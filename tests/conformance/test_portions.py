"""However finely an import is cut, and whatever is still being written when the next piece is compared: one graph."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import ingest.load
import ingest.parts
import ingest.resolve
from demo.city import generate
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.run import import_paths

NOW = datetime(2024, 3, 1, tzinfo=UTC)


def test_portions_of_any_size_make_the_same_graph(
    graph: Graph, engine_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(tmp_path / "city", cadres=3, seed=11)
    import_paths(graph, engine_settings, [tmp_path / "city"], now=NOW)
    expected = graph.fingerprint(without=["ImportBatch"])
    graph.write("MATCH (n) DETACH DELETE n")
    monkeypatch.setattr(ingest.load, "PORTION", 100)
    monkeypatch.setattr(ingest.parts, "PORTION", 200)
    monkeypatch.setattr(ingest.resolve, "_MOST", 0)  # whom the portions before meant is asked of the graph
    import_paths(graph, engine_settings, [tmp_path / "city"], now=NOW)
    assert graph.fingerprint(without=["ImportBatch"]) == expected
