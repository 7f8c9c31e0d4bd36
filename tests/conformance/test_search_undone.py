"""The search follows the graph: what comes in is found, what is taken back is not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from graph.model.schema import Access
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.run import import_paths
from ingest.undo import undo
from queries.fulltext import search
from tests.cli.forms import write_form

NOW = datetime(2024, 3, 1, 12, tzinfo=UTC)


def labels_of(graph: Graph, text: str) -> dict[str, int]:
    return {group.label: group.count for group in search(graph, text, Access.RESTRICTED)}


def test_what_was_undone_is_not_found(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    first = write_form(tmp_path / "甲.lrmx", "邱岚", "198105")
    second = write_form(tmp_path / "乙.lrmx", "桑若川", "197603")
    import_paths(graph, engine_settings, [first], now=NOW)
    batch = import_paths(graph, engine_settings, [second], now=NOW + timedelta(days=1)).batch
    assert labels_of(graph, "桑若川") == {"Cadre": 1}
    assert batch
    undo(graph, engine_settings, batch)
    assert labels_of(graph, "桑若川") == {}
    assert labels_of(graph, "邱岚") == {"Cadre": 1}
