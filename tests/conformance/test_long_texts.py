"""A name that no index takes is a finding of whichever importer reads it, on every engine, and nothing else is lost.

Long texts are kept whole, however many come at once.
"""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from export.lrmx import write_lrmx
from export.work_records import write_workbook
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.run import import_paths

LONG = "很长的名称" * 2000
MAPPING = """
[[record]]
type = "Cadre"
identify = { own = "id" }
values = { name = "name" }
[[record]]
type = "Tenure"
values = { unit_name = "unit", title = "title" }
"""


def mapped(folder: Path) -> tuple[Path, MappingImporter]:
    rows = [f"1,{LONG},甲局,局长", f"2,岑望野,{LONG},局长", f"3,闻照溪,甲局,{LONG}", f"{LONG},沐青舟,甲局,局长"]
    (folder / "t.csv").write_text("\n".join(["id,name,unit,title", *rows, "5,岑一,甲局,局长"]), "utf-8")
    (folder / "m.toml").write_text(MAPPING, "utf-8")
    return folder / "t.csv", MappingImporter(load_mapping(folder / "m.toml"))


def test_a_table_by_mapping(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    path, importer = mapped(tmp_path)
    (report,) = import_paths(graph, engine_settings, [path], importer=importer).files
    assert report.status == "imported"
    long = [(each.code, each.severity, each.place.row) for each in report.findings if each.code == "too-long"]
    assert long == [("too-long", "error", row) for row in (2, 2, 3, 4, 5, 5)]
    names = [row["name"] for row in graph.read("MATCH (c:Cadre) RETURN c.name AS name ORDER BY name")]
    assert sorted(names) == sorted(["岑望野", "闻照溪", "岑一"])


@pytest.mark.parametrize("kind", ["roster", "form"])
def test_other_importers(graph: Graph, engine_settings: Settings, tmp_path: Path, kind: str) -> None:
    path = tmp_path / ("r.xlsx" if kind == "roster" else "f.lrmx")
    if kind == "roster":
        book = openpyxl.Workbook()
        assert book.active is not None
        book.active.append(["姓名", "性别", "出生年月", "参加工作时间"])
        for name in (LONG, "岑望野"):
            book.active.append([name, "男", "1978.05", "2000.07"])
        book.save(path)
    else:
        write_lrmx(path, {"XingMing": LONG, "XingBie": "男", "ChuShengNianYue": "197805"})
    (report,) = import_paths(graph, engine_settings, [path]).files
    assert [each.severity for each in report.findings if each.code == "too-long"] == ["error"]
    names = [row["name"] for row in graph.read("MATCH (c:Cadre) RETURN c.name AS name")]
    assert names == (["岑望野"] if kind == "roster" else [])


def test_what_is_spelled_from_a_name_is_not_held_against_it(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    """Four hundred characters of a name are taken, though its pinyin has two thousand letters."""
    name = "庄" * 400
    (tmp_path / "t.csv").write_text(f"id,name,unit,title\n1,{name},{name}局,局长\n", "utf-8")
    (tmp_path / "m.toml").write_text(MAPPING, "utf-8")
    importer = MappingImporter(load_mapping(tmp_path / "m.toml"))
    (report,) = import_paths(graph, engine_settings, [tmp_path / "t.csv"], importer=importer).files
    assert [each.code for each in report.findings if each.code == "too-long"] == []
    assert [row["n"] for row in graph.read("MATCH (c:Cadre) RETURN size(c.pinyin) AS n")] == [2400]


def test_more_text_than_an_engine_takes_in_one_message(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    write_lrmx(tmp_path / "f.lrmx", {"XingMing": "岑望野", "XingBie": "男", "ChuShengNianYue": "197805"})
    note = {"姓名": "岑望野", "出生年月": "1978-05", "日期": "2023-07-06", "评价倾向": "正面"}
    text = "三天谈下十一户。" * 1000
    rows = [note | {"记录人": f"周示例{number}", "内容": text} for number in range(800)]
    write_workbook(tmp_path / "日常.xlsx", {"日常了解": rows}, Cover("丁市委组织部", "2023年", "2023-12-31", "周示例"))
    report = import_paths(graph, engine_settings, [tmp_path / "f.lrmx", tmp_path / "日常.xlsx"])
    assert [each.status for each in report.files] == ["imported", "imported"]
    kept = graph.read("MATCH (n:ObservationNote) RETURN count(n) AS notes, sum(size(n.text)) AS characters")
    assert kept == [{"notes": 800, "characters": 800 * len(text)}]
