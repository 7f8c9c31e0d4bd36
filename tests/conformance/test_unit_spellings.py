"""One unit however it was typed; where only the letter case differs, two that are proposed as one, on every engine."""

from __future__ import annotations

from pathlib import Path

from cli.who import read_unit_pairs
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.run import import_paths

MAPPING = """[source]
issuer = "Example"
date = "2024-01"
[[record]]
type = "Cadre"
values = { name = "who" }
key = "who"
[[record]]
type = "Tenure"
values = { unit_name = "unit", title = "post" }
"""
TYPED = [
    "Finance Committee",
    "Finance Committee,",
    "Ｆｉｎａｎｃｅ　Committee",
    "甲市财政局(机关)",
    "甲市 财政局（机关）",
    "甲市财政局（机关）。",
]


def test_one_unit_however_it_is_typed_and_a_pair_where_the_case_differs(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    rows = [f'Ann Test,"{unit}",post {number}' for number, unit in enumerate([*TYPED, "FINANCE COMMITTEE"])]
    (tmp_path / "t.csv").write_text("\n".join(["who,unit,post", *rows]), "utf-8")
    (tmp_path / "t.toml").write_text(MAPPING, "utf-8")
    import_paths(
        graph, engine_settings, [tmp_path / "t.csv"], importer=MappingImporter(load_mapping(tmp_path / "t.toml"))
    )
    named = [row["name"] for row in graph.read("MATCH (u:Unit) RETURN u.name AS name ORDER BY name")]
    assert named == ["FINANCE COMMITTEE", "Finance Committee", "甲市财政局（机关）"]
    (pair,) = read_unit_pairs(graph)
    assert {pair.one.name, pair.other.name} == {"FINANCE COMMITTEE", "Finance Committee"}
    assert len(graph.read("MATCH (t:Tenure)-[:AT_UNIT]->(:Unit) RETURN t.unit_name AS name")) == len(rows)
