"""A large import forgets whom it has met and asks the graph again: the same graph as if it had remembered everybody."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

import ingest.parts
import ingest.resolve
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.report import Report
from ingest.run import import_paths

NOW = datetime(2024, 3, 1, tzinfo=UTC)
MAPPING: Final = """
[source]
issuer = "Example"
[[record]]
type = "Cadre"
identify = { office = "number" }
values = { name = "name", birth_month = "born" }
[[record]]
type = "Tenure"
values = { unit_name = "unit", title = "role", start = "from" }
"""
PEOPLE: Final = 12


def rows(first: int, last: int) -> list[dict[str, Any]]:
    """Everybody comes again and again, now by number, now by name and birth alone, once born in no month."""
    return [
        {
            **({"number": f"p{person}"} if person % 3 or turn == 0 else {}),
            "name": f"Person {person % 10}",
            "born": f"19{50 + person}-0{1 + person % 9}" if turn != 1 else "soon" if person == 1 else None,
            "unit": f"Office {turn}",
            "role": "clerk",
            "from": f"{1990 + turn}-03",
        }
        for turn in range(first, last)
        for person in range(PEOPLE)
    ]


def write(folder: Path) -> list[Path]:
    """Three tables; the second ends in the middle of a row and speaks of somebody whom the third only mentions."""
    first, broken, third = (folder / name for name in ("1.json", "2.json", "3.json"))
    first.write_text(json.dumps(rows(0, 3)), "utf-8")
    stranger = {"number": "p99", "name": "Person 99", "born": "1980-01", "unit": "Office", "role": "clerk"}
    broken.write_text(json.dumps([stranger, *rows(1, 4)])[:-20], "utf-8")
    third.write_text(json.dumps([{**stranger, "unit": "Office 9"}, *rows(3, 5)]), "utf-8")
    (folder / "table.toml").write_text(MAPPING, "utf-8")
    return [first, broken, third]


def bring(graph: Graph, settings: Settings, files: list[Path]) -> Report:
    graph.write("MATCH (n) DETACH DELETE n")
    importer = MappingImporter(load_mapping(files[0].with_name("table.toml")))
    return import_paths(graph, settings, files, importer=importer, now=NOW)


def told(report: Report) -> list[tuple[str, list[tuple[object, ...]]]]:
    return [(file.status, [(each.code, each.place.row, each.value) for each in file.findings]) for file in report.files]


def test_what_was_forgotten_is_asked_of_the_graph(
    graph: Graph, engine_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write(tmp_path)
    report = bring(graph, engine_settings, files)
    expected = graph.fingerprint(without=["ImportBatch"])
    assert [file.status for file in report.files] == ["imported", "rejected", "imported"]
    monkeypatch.setattr(ingest.parts, "PORTION", 20)
    monkeypatch.setattr(ingest.parts, "STEP", 10)
    monkeypatch.setattr(ingest.parts, "_PART", 7)
    monkeypatch.setattr(ingest.resolve, "_MOST", 0)
    again = bring(graph, engine_settings, files)
    assert told(again) == told(report)
    assert graph.fingerprint(without=["ImportBatch"]) == expected
