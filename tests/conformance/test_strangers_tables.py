"""Tables of other countries, by mappings written from the guide alone, on every engine: everybody keeps their posts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.run import import_paths
from tests.ingest.mapping.test_odd_files import GERMAN, GERMAN_MAPPING, MAYORS, MAYORS_MAPPING

STAFF: list[list[Any]] = [
    ["Ministry of Trials: senior staff"],
    ["As at 31 March 2024"],
    [],
    ["No.", "Staff member", None, "Born", "Position", None, None, "Remarks"],
    [None, "Surname", "Given name", None, "Unit", "Title", "Since", None],
    [1, "Probe", "Ada", 27912, "Directorate of Tests", "Director", 42064, "retires 2036"],
    [2, "Essay", "Kofi", 25569, None, "Deputy Director", 42064, None],
    [3, "Essay", "Kofi", 30001, "Directorate of Trials", "Director", 43101, "namesake"],
    [4, "vacant", None, None, None, "Deputy Director", None, None],
    [],
    ["Notes:"],
    ["Prepared by the office of personnel."],
]
STAFF_MAPPING = """[source]
issuer = "Ministry of Trials"
date = 2024-03-31
[read]
fill_down = "Position/Unit"
dates = "excel"
[ignore]
"No." = "number of the line"
Remarks = "free text"
[[record]]
type = "Cadre"
key = ["Staff member/Surname", "Staff member/Given name", "Born"]
[record.values]
name = { text = "{Staff member/Given name} {Staff member/Surname}" }
birth_month = "Born"
[[record]]
type = "Tenure"
[record.values]
unit_name = "Position/Unit"
title = "Position/Title"
start = "Position/Since"
end_status = { constant = "current" }
"""
HELD = (
    "MATCH (c:Cadre)-[:HELD]->(t:Tenure) "
    "RETURN c.name AS name, t.unit_name AS unit, t.start AS start ORDER BY name, start, unit"
)


def test_tables_of_three_countries(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in STAFF:
        book.active.append(row)
    for cells in ("A1:H1", "B4:C4", "E4:G4", "A4:A5", "D4:D5", "H4:H5", "E6:E7"):
        book.active.merge_cells(cells)
    book.save(tmp_path / "staff.xlsx")
    (tmp_path / "mayors.csv").write_bytes(MAYORS.encode("latin-1"))
    (tmp_path / "members.json").write_text(json.dumps(GERMAN), "utf-8")
    mappings = {"staff.xlsx": STAFF_MAPPING, "mayors.csv": MAYORS_MAPPING, "members.json": GERMAN_MAPPING}
    for name, mapping in mappings.items():
        written = tmp_path / f"{Path(name).stem}.toml"
        written.write_text(mapping, "utf-8")
        importer = MappingImporter(load_mapping(written))
        (report,) = import_paths(graph, engine_settings, [tmp_path / name], importer=importer).files
        assert report.status == "imported"
        assert "waiting" not in [each.code for each in report.findings]
    assert [tuple(row.values()) for row in graph.read(HELD)] == [
        ("Ada Probe", "Directorate of Tests", "2015-03-01"),
        ("Eva Muster-Fall", "Beispieltag", "2017-10-24"),
        ("Eva Muster-Fall", "Ausschuss B", "2018"),
        ("Eva Muster-Fall", "Ausschuss A", "2018-01-31"),
        ("Jörg Probe", "Groß Übungsstadt", "1999-07-01"),
        ("Jörg Probe", "Klein Übungsstadt", "2008-05"),
        ("Kofi Essay", "Directorate of Tests", "2015-03-01"),
        ("Kofi Essay", "Directorate of Trials", "2018-01-01"),
        ("Käthe Fuß", "Klein Übungsstadt", "2015"),
        ("Änne Muster", "Groß Übungsstadt", "2013-11-01"),
    ]
    assert graph.read("MATCH (c:Cadre) RETURN count(c) AS n")[0]["n"] == 8
