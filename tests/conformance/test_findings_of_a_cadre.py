"""What an importer is not sure of about a cadre stands in the cadre's career, whatever the importer, with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.career import build_career
from analysis.career.model import Remark
from export.collection_workbook import write_collection_workbook
from export.lrmx import write_lrmx
from export.work_records import write_workbook
from graph.model.schema import Access
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.importers import Importer
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.run import import_paths
from queries.dossier import read_dossier
from tests.support.rosters import workbook

NAME = "闻一舟"
FORM = {
    "XingMing": NAME,
    "XingBie": "男",
    "ChuShengNianYue": "198001",
    "CanJiaGongZuoShiJian": "200208",
    "TianBiaoShiJian": "20240301",
}
WHO = {"姓名": NAME, "出生年月": "1980-01"}
MAPPING = """
[[record]]
type = "Tenure"
values = { unit_name = "单位", title = "职务", start = "任职", end = "免职" }
links = { cadre = { name = "姓名", birth_month = "出生" } }
[[record]]
type = "Award"
values = { name = "奖励", date = "日期" }
links = { cadre = { name = "姓名", birth_month = "出生" } }
"""
Door = Callable[[Path], tuple[Path, Importer | None]]
Expected = set[tuple[str, str | None, int | None, int | None]]


def form(folder: Path) -> tuple[Path, Importer | None]:
    path = folder / "闻一舟二.lrmx"
    resume = "2002.08--2012.11  乙县财政局干部\n2012.11--2030.01  乙县财政局副局长"
    write_lrmx(path, FORM | {"TianBiaoShiJian": "20240601", "JianLi": resume})
    return path, None


def collected(folder: Path) -> tuple[Path, Importer | None]:
    path = folder / "信息采集表.xlsx"
    post = {"姓名": NAME, "任职机构名称": "乙县财政局", "职务名称": "局长", "任职时间": "20280101", "任职状态": "在任"}
    person = {"姓名": NAME, "性别": "男", "出生年月": "198001", "参加工作时间": "200208"}
    twice = {"姓名": NAME, "考核年度": "2022"}
    grades = [twice | {"考核结论": "优秀"}, twice | {"考核结论": "称职"}]
    write_collection_workbook(
        path, {"A01人员": [person], "A02职务": [post], "A15考核": grades}, notes={"填报日期": "20240601"}
    )
    return path, None


def worked(folder: Path) -> tuple[Path, Importer | None]:
    path = folder / "工作纪实.xlsx"
    course = WHO | {"培训班次": "甲班", "开始日期": "2023-05", "结束日期": "2023-01", "主办单位": "甲委党校"}
    other = course | {"培训班次": "乙班", "结束日期": "2023-06"}
    write_workbook(path, {"培训": [course, other]}, Cover("乙县委组织部", "2023年", "2023-12-31", "周示例"))
    return path, None


def listed(folder: Path) -> tuple[Path, Importer | None]:
    heads = ["姓名", "现任职务", "性别", "出生年月", "参加工作时间", "任现职时间"]
    return workbook(
        folder / "名册.xlsx", [heads, [NAME, "乙县财政局局长", "男", "1980.01", "2002.08", "2031.05"]]
    ), None


def mapped(folder: Path) -> tuple[Path, Importer | None]:
    table, mapping = folder / "任职.csv", folder / "任职.toml"
    row = f"{NAME},1980-01,乙县财政局,局长,2018-03,2030-01,,2020-05"
    table.write_text(f"姓名,出生,单位,职务,任职,免职,奖励,日期\n{row}\n", "utf-8")
    mapping.write_text(MAPPING, "utf-8")
    return table, MappingImporter(load_mapping(mapping))


def told(graph: Graph) -> tuple[Remark, ...]:
    (row,) = graph.read("MATCH (c:Cadre {name: $name}) RETURN c.id AS id", name=NAME)
    career = build_career(read_dossier(graph, row["id"]), today="2024-06-01")
    return tuple(each for each in career.findings if each.reason)


@pytest.mark.parametrize(
    ("door", "expected"),
    [
        (form, {("future-date", None, None, 2)}),
        (collected, {("future-date", "A02职务", 3, None), ("contradiction", "A15考核", 4, None)}),
        (worked, {("end-before-start", "培训", 2, None)}),
        (listed, {("future-date", "Sheet1", 2, None)}),
        (mapped, {("future-date", None, 2, None), ("missing-value", None, 2, None)}),
    ],
)
def test_findings_reach_the_career(
    graph: Graph, engine_settings: Settings, tmp_path: Path, door: Door, expected: Expected
) -> None:
    write_lrmx(tmp_path / "闻一舟.lrmx", FORM)
    import_paths(graph, engine_settings, [tmp_path / "闻一舟.lrmx"])
    path, importer = door(tmp_path)
    (report,) = import_paths(graph, engine_settings, [path], importer=importer).files
    assert report.status == "imported"
    found = {
        (each.code, source.sheet, source.row, source.line): source.document
        for each in told(graph)
        for source in each.sources
    }
    assert found.keys() >= expected, [(each.code, each.place) for each in report.findings]
    assert {found[each] for each in expected} == {path.name}


def test_a_form_that_tells_no_birth_month_keeps_its_career_and_findings(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "闻一舟.lrmx"
    resume = "2002.08--2012.11  乙县财政局干部\n2012.11--         乙县财政局副局长"
    write_lrmx(path, FORM | {"ChuShengNianYue": "19790231", "JianLi": resume})
    import_paths(graph, engine_settings, [path])
    (row,) = graph.read("MATCH (c:Cadre) RETURN c.id AS id")
    career = build_career(read_dossier(graph, row["id"]), today="2024-06-30")
    assert [(held.unit, held.post) for held in career.tenures] == [("乙县财政局", "干部"), ("乙县财政局", "副局长")]
    assert {"bad-date", "no-id-number"} <= {each.code for each in career.findings}
    assert import_paths(graph, engine_settings, [path]).writes == 0


def test_two_forms_that_tell_no_more_than_one_name_are_two_cadres_each_with_a_career(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    units = ["乙县财政局", "丙县水利局"]
    for unit in units:
        told = {"XingMing": NAME, "XingBie": "男", "TianBiaoShiJian": "20240301"}
        write_lrmx(tmp_path / f"{unit}.lrmx", told | {"JianLi": f"2012.11--         {unit}副局长"})
    report = import_paths(graph, engine_settings, [tmp_path])
    assert [[each.code for each in file.findings] for file in report.files] == [["no-id-number"], ["no-id-number"]]
    held = graph.read("MATCH (c:Cadre)-[:HELD]->(t:Tenure) RETURN c.id AS cadre, t.unit_name AS unit")
    assert sorted(row["unit"] for row in held) == sorted(units)
    assert len({row["cadre"] for row in held}) == len(units)
    assert import_paths(graph, engine_settings, [tmp_path]).writes == 0


def test_a_corrected_form_takes_its_findings_along(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    path, _ = form(tmp_path)
    import_paths(graph, engine_settings, [path])
    assert "future-date" in {each.code for each in told(graph)}
    resume = "2002.08--2012.11  乙县财政局干部\n2012.11--         乙县财政局副局长"
    write_lrmx(path, FORM | {"TianBiaoShiJian": "20240701", "JianLi": resume})
    import_paths(graph, engine_settings, [path])
    assert "future-date" not in {each.code for each in told(graph)}


def test_findings_quote_any_class_and_are_for_those_who_may_read_a_whole_file(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    import_paths(graph, engine_settings, [form(tmp_path)[0]])
    (row,) = graph.read("MATCH (c:Cadre) RETURN c.id AS id")
    dossier = read_dossier(graph, row["id"], Access.OFFICE)
    assert (dossier.findings, "Finding" in dossier.withheld) == ((), True)
