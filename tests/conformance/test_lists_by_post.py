"""An assessment list of names and posts finds the one who held the post, on every engine; others wait and are told."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from export.lrmx import ResumeLine, format_resume, write_lrmx
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.run import import_paths


def form(folder: Path, number: int, name: str, birth: str, unit: str, post: str) -> Path:
    path = folder / f"{number}.lrmx"
    values = {
        "XingMing": name,
        "XingBie": "男",
        "ChuShengNianYue": birth,
        "CanJiaGongZuoShiJian": "200007",
        "XianRenZhiWu": f"{unit}{post}",
        "JianLi": format_resume((ResumeLine("2010.03", None, f"{unit}{post}"),)),
        "TianBiaoShiJian": "202206",
    }
    write_lrmx(path, values)
    return path


def assessed(folder: Path) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    rows = [
        ["2021年度考核名单"],
        ["姓名", "单位", "职务", "等次"],
        ["岑望野", "财政局", "局长", "优秀"],
        ["岑望野", "教育局", "副局长", "称职"],
        ["闻照溪", "民政局", "局长", "优秀"],
        ["沐青舟", "财政局", "局长", "称职"],
    ]
    for row in rows:
        book.active.append(row)
    path = folder / "list.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("first", ["forms", "list", "together"])
def test_people_are_found_by_name_and_post(graph: Graph, engine_settings: Settings, tmp_path: Path, first: str) -> None:
    people = [
        form(tmp_path, 1, "岑望野", "197805", "青屿区财政局", "局长"),
        form(tmp_path, 2, "岑望野", "198003", "青屿区教育局", "副局长"),
        form(tmp_path, 3, "闻照溪", "198104", "青屿区财政局", "副局长"),
    ]
    listed = [assessed(tmp_path)]
    batches = {"forms": [people, listed], "list": [listed, people], "together": [[*listed, *people]]}[first]
    reports = [import_paths(graph, engine_settings, files) for files in batches]
    rows = graph.read("MATCH (c:Cadre)--(a:Assessment) RETURN c.birth_month AS born, a.grade AS grade ORDER BY born")
    assert [(row["born"], row["grade"]) for row in rows] == [("1978-05", "优秀"), ("1980-03", "称职")]
    (report,) = [file for each in reports for file in each.files if file.importer == "roster"]
    (waiting,) = [each for each in report.findings if each.code == "waiting"]
    assert waiting.value == ("岑望野、沐青舟、闻照溪" if first == "list" else "沐青舟、闻照溪")
