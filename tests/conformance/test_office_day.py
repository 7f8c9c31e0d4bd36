"""At half past seven in Beijing it is yesterday in UTC: what is dated today is taken, a ruling bears today's date."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.hand.facts import Verdict, rule_on_fact
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.run import import_paths
from tests.conftest import MoveOffice

NOW = datetime(2024, 2, 29, 23, 30, tzinfo=UTC)
TODAY = "2024-03-01"
MAPPING = """
[[record]]
type = "Cadre"
values = { name = "姓名", birth_month = "出生" }
[[record]]
type = "Award"
values = { name = "奖励", date = "日期" }
"""


def test_the_day_is_the_offices_own(graph: Graph, tmp_path: Path, move_office: MoveOffice) -> None:
    move_office("Asia/Shanghai")
    table, mapping = tmp_path / "奖励.csv", tmp_path / "奖励.toml"
    table.write_text(f"姓名,出生,奖励,日期\n林试禾,1979-08,嘉奖,{TODAY}\n", "utf-8")
    mapping.write_text(MAPPING, "utf-8")
    importer = MappingImporter(load_mapping(mapping))
    report = import_paths(graph, Settings(data=tmp_path), [table], importer=importer, now=NOW)
    assert not [each for each in report.files[0].findings if each.code == "future-date"]
    ((award,),) = [row.values() for row in graph.read("MATCH (a:Award) WHERE a.date = $day RETURN a.id", day=TODAY)]

    rule_on_fact(graph, tmp_path, Verdict(award, ruled_by="周试", reason="查无实据"), now=NOW)
    assert [row["day"] for row in graph.read("MATCH (r:Ruling) RETURN r.ruled_on AS day")] == [TODAY]
