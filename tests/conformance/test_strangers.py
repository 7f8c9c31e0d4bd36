"""Tables that somebody else mapped from the guide alone (`strangers/`) come out as that person said, everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.run import import_paths

FOLDERS = sorted(path.parent for path in (Path(__file__).parent / "strangers").glob("*/expected.json"))
HELD = (
    "MATCH (c:Cadre) OPTIONAL MATCH (c)-[:HELD]->(t:Tenure) RETURN c.name AS name, c.birth_month AS born, "
    "t.unit_name AS unit, t.title AS title, t.start AS start, t.end AS end, t.end_status AS status"
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_table_comes_out_as_its_author_said(graph: Graph, engine_settings: Settings, folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    for file, mapping in expected["imports"]:
        importer = MappingImporter(load_mapping(folder / mapping))
        (report,) = import_paths(graph, engine_settings, [folder / file], importer=importer).files
        assert report.status == "imported"
        told = [each.code for each in report.findings if each.severity != "info"]
        assert told == expected.get("findings", {}).get(file, [])
    counts = {label: _number(graph, f"MATCH (n:{label}) RETURN count(n) AS n") for label in expected["counts"]}
    assert counts == expected["counts"]
    assert _number(graph, "MATCH (s:SourceRecord {pending: true}) RETURN count(s) AS n") == expected["waiting"]
    assert sorted([value or "" for value in row.values()] for row in graph.read(HELD)) == expected["held"]


def _number(graph: Graph, cypher: str) -> int:
    number: int = graph.read(cypher)[0]["n"]
    return number
