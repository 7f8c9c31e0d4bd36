"""A file of which nothing can be taken is refused as a whole; one in which nothing was filled in says so."""

from __future__ import annotations

from pathlib import Path

from export.work_records import write_template, write_workbook
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.run import import_paths
from tests.support.rosters import workbook

COVER = Cover("乙县委组织部", "2023年", "2023-12-31", "周示例")
MAPPING = (
    '[[record]]\ntype = "Award"\nvalues = { name = "奖励", date = "日期" }\nlinks = { cadre = { name = "姓名" } }\n'
)


def test_a_workbook_whose_rows_are_all_refused_is_rejected(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "工作纪实.xlsx"
    course = {"姓名": "闻一舟", "培训班次": "甲班", "开始日期": "2023-05", "结束日期": "2023-01"}
    write_workbook(path, {"培训": [course]}, COVER)
    report = import_paths(graph, engine_settings, [path])
    (file,) = report.files
    assert (file.status, report.rejected, report.batch) == ("rejected", True, None)
    last = file.findings[-1]
    assert last.code == "rejected"
    assert all(part in str(last.reason) for part in ("第2行", "工作纪实采集表", "重新导入"))
    assert {each.code for each in file.findings} >= {"end-before-start", "rejected"}
    assert graph.read("MATCH (d:SourceDocument) RETURN count(d) AS n") == [{"n": 0}]


def test_a_roster_without_a_name_in_any_row_is_rejected(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    heads = ["姓名", "现任职务", "性别", "出生年月", "参加工作时间"]
    path = workbook(tmp_path / "名册.xlsx", [heads, [None, "乙县财政局局长", "男", "1980.01", "2002.08"]])
    assert [each.status for each in import_paths(graph, engine_settings, [path]).files] == ["rejected"]


def test_a_table_of_which_the_mapping_makes_nothing_is_rejected(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    table, mapping = tmp_path / "奖励.csv", tmp_path / "奖励.toml"
    table.write_text("姓名,奖励,日期\n闻一舟,,2020-05\n", "utf-8")
    mapping.write_text(MAPPING, "utf-8")
    (file,) = import_paths(graph, engine_settings, [table], importer=MappingImporter(load_mapping(mapping))).files
    assert file.status == "rejected"


def test_an_empty_template_is_taken_for_what_it_is(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    write_template(tmp_path / "空白.xlsx")
    (file,) = import_paths(graph, engine_settings, [tmp_path / "空白.xlsx"]).files
    assert (file.status, file.created) == ("imported", 0)
    assert [each.severity for each in file.findings if each.code == "no-record"] == ["warning"]
