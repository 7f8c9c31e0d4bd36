"""A workbook that is corrected by taking a row away: what only it said is gone, the earlier version kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from export.collection_workbook import write_collection_workbook
from export.work_records import write_workbook
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.report import Report
from ingest.run import import_paths

CODES = ("newer-edition", "older-edition")
PROJECT: dict[str, Any] = {"单位": "丁市住建局", "年度": "2023"}


def projects(path: Path, names: tuple[str, ...], filled_on: str) -> Path:
    cover = Cover("丁市委组织部", "2023年", filled_on, "周示例")
    write_workbook(path, {"重点工作项目": [PROJECT | {"项目名称": name} for name in names]}, cover)
    return path


def editions(report: Report) -> list[str]:
    """What the report says of tables that replace each other."""
    return [each.code for file in report.files for each in file.findings if each.code in CODES]


def test_a_row_removed_from_the_work_records_is_swept(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    first = projects(tmp_path / "一.xlsx", ("老旧小区改造", "断头路打通"), "2023-12-01")
    import_paths(graph, engine_settings, [first])
    second = projects(tmp_path / "二.xlsx", ("老旧小区改造",), "2023-12-20")
    report = import_paths(graph, engine_settings, [second])
    assert [each.status for each in report.files] == ["imported"]
    named = graph.read("MATCH (p:WorkProject)-[:STATED_IN]->() RETURN DISTINCT p.title AS name")
    assert named == [{"name": "老旧小区改造"}]
    closed = graph.read("MATCH (s:SourceRecord) WHERE s.known_to IS NOT NULL RETURN count(s) AS n")
    assert closed[0]["n"] >= 1
    assert editions(report) == ["newer-edition"]


def test_a_table_that_a_newer_one_replaces_is_kept_and_told(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    newest = projects(tmp_path / "一.xlsx", ("老旧小区改造",), "2023-12-20")
    assert editions(import_paths(graph, engine_settings, [newest])) == []
    older = [
        projects(tmp_path / "二.xlsx", ("断头路打通",), "2023-11-01"),
        projects(tmp_path / "三.xlsx", ("河道清淤", "老旧小区改造"), "2023-12-01"),
    ]
    report = import_paths(graph, engine_settings, older)
    assert editions(report) == ["older-edition", "older-edition"]
    assert "一.xlsx" in str(report.files[0].findings[0].reason)
    again = projects(tmp_path / "四.xlsx", ("农贸市场改造",), "2023-12-20")
    [told] = [each for each in import_paths(graph, engine_settings, [again]).files[0].findings if each.code in CODES]
    assert (told.code, told.value) == ("newer-edition", "一.xlsx"), "of equal date what came later is the newer"
    named = graph.read("MATCH (p:WorkProject)-[:STATED_IN]->() RETURN DISTINCT p.title AS name")
    assert named == [{"name": "农贸市场改造"}]


def collection(path: Path, titles: tuple[str, ...], date: str) -> Path:
    who = {"姓名": "闻一舟", "性别": "男", "出生年月": "198001", "参加工作时间": "200208"}
    posts = [
        {"姓名": "闻一舟", "任职机构名称": "乙县财政局", "职务名称": each, "任职时间": "201803"} for each in titles
    ]
    notes = {"填报单位": "乙县委组织部", "填报日期": date}
    write_collection_workbook(path, {"A01人员": [who], "A02职务": posts}, notes=notes)
    return path


def test_a_row_removed_from_the_collection_workbook_is_swept(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    import_paths(graph, engine_settings, [collection(tmp_path / "一.xlsx", ("局长", "党组书记"), "20240101")])
    import_paths(graph, engine_settings, [collection(tmp_path / "二.xlsx", ("局长",), "20240301")])
    assert graph.read("MATCH (:Cadre)-[:HELD]->(t:Tenure) RETURN t.title AS title") == [{"title": "局长"}]
