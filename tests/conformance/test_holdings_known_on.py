"""Who held posts at a unit, as the records told it on a day, is what the graph gave on that day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.past.holdings import holdings_known_on
from ingest.run import import_paths
from queries.runner import run_view
from tests.cli.forms import RESUME, write_form

FIRST = datetime(2024, 3, 1, 12, tzinfo=UTC)
LATER = (*RESUME[:1], RESUME[2])
"""The résumé without its second post, at 青屿区财政局."""


def same(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows without the order of what has none, and with nothing where nothing is said."""
    made = [row | {"documents": sorted(each["record_id"] for each in row["documents"])} for row in rows]
    return sorted(made, key=lambda row: str(row["id"]))


def test_holders_of_a_unit_as_they_were_told_then(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    # a second cadre keeps the unit in the graph
    files = [write_form(tmp_path / "旧.lrmx", "邱岚", "198105"), write_form(tmp_path / "另.lrmx", "桑若川", "197603")]
    import_paths(graph, engine_settings, files, now=FIRST)
    rows = graph.read("MATCH (u:Unit {name: '青屿区财政局'}) RETURN u.id AS id")
    units = [row["id"] for row in rows]
    before = run_view(graph, "holdings", units=units, limit=100)
    assert [(row["name"], row["title"]) for row in before] == [("桑若川", "副局长"), ("邱岚", "副局长")]
    assert same(holdings_known_on(graph, engine_settings, units, "2024-03-02")) == same(before)
    assert holdings_known_on(graph, engine_settings, units, "2024-02-20") == []
    new = write_form(tmp_path / "新.lrmx", "邱岚", "198105", LATER)
    import_paths(graph, engine_settings, [new], now=FIRST + timedelta(days=3))
    now = run_view(graph, "holdings", units=units, limit=100)
    assert [row["name"] for row in now] == ["桑若川"]
    assert same(holdings_known_on(graph, engine_settings, units, "2024-03-02")) == same(before)
    assert same(holdings_known_on(graph, engine_settings, units, "2024-03-05")) == same(now)
