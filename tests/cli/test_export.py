"""`zhishi export`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from graph.store.connection import open_graph
from ingest.importers.lrmx.elements import read_elements
from tests.cli.conftest import settings_of
from tests.cli.forms import OLDER, ONLY
from tests.cli.program import Program


@pytest.fixture(scope="module")
def department(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program on a graph that nobody else writes to: these tests count who is in a unit."""
    settings = settings_of(tmp_path_factory.mktemp("cli-export"))
    with open_graph(settings):
        program = Program(settings)
        assert program.inside("import", folder).code == 0
        yield program


def test_a_form_comes_out_as_it_came_in(department: Program, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "新.lrmx"
    done = department.inside("export", "lrmx", ONLY, "--output", str(target), "--json")
    assert done.code == 0, done.err
    (file,) = done.json("export-forms")["files"]
    assert (file["filled_from"], file["edition"], file["losses"], file["file"]) == ("form", "3.0", [], str(target))
    source = next(folder.rglob(f"{ONLY}.lrmx"))
    assert read_elements(target) == read_elements(source)
    assert f"密级/限定：限定范围 注意保密　导出日期：{file['date']}　来源：{ONLY}.lrmx" in target.read_text("utf-8")


def test_nothing_is_overwritten(department: Program, tmp_path: Path) -> None:
    target = tmp_path / "有.lrmx"
    target.write_text("旧")
    done = department.inside("export", "lrmx", ONLY, "--output", str(target))
    assert (done.code, done.out, target.read_text()) == (1, "", "旧")
    assert "没有覆盖" in done.err


def test_those_of_a_unit_go_to_a_folder_namesakes_apart(department: Program, tmp_path: Path) -> None:
    target = tmp_path / "全部"
    done = department.inside("export", "word", "--unit", "澜江市财政局", "--output", str(target), "--marking", "秘密")
    assert done.code == 0, done.err
    assert sorted(each.name for each in target.iterdir()) == [f"{OLDER}.docx", f"{OLDER}_2.docx", f"{ONLY}.docx"]
    document = docx.Document(io.BytesIO((target / f"{ONLY}.docx").read_bytes()))
    assert "密级/限定：秘密" in document.sections[0].footer.paragraphs[0].text


def test_from_facts_in_the_other_edition(department: Program, tmp_path: Path) -> None:
    target = tmp_path / "事实.lrmx"
    done = department.inside("export", "lrmx", ONLY, "--from", "facts", "--edition", "4.0", "--output", str(target))
    assert done.code == 0, done.err
    texts = read_elements(target).texts
    assert (texts["XingMing"], texts["ChuShengNianYue"], texts["Version"]) == (ONLY, "198003", "4.0.0.0")
    assert texts["JianLi"].splitlines()[-1] == "2018.09--         澜江市财政局副局长"


def test_below_class_4_the_form_itself_is_withheld(department: Program, tmp_path: Path) -> None:
    low = Program(department.settings, {"ZHISHI_CLEARANCE": "2"})
    target = tmp_path / "低.lrmx"
    done = low.inside("export", "lrmx", ONLY, "--output", str(target), "--json")
    assert done.code == 0, done.err
    (file,) = done.json("export-forms")["files"]
    assert file["filled_from"] == "facts"
    assert [loss["code"] for loss in file["losses"]] == ["withheld"] * 4
    assert low.inside("export", "lrmx", ONLY, "--from", "form").code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("export", "lrmx"), 2),
        (("export", "lrmx", ONLY, "--from", "nothing"), 2),
        (("export", "lrmx", ONLY, "--edition", "5.0"), 2),
        (("export", "lrmx", OLDER), 2),
        (("export", "word", "没有这人"), 1),
        (("export", "word", "--unit", "没有这单位"), 1),
        (("export", "word", "--list", "没有这名单"), 1),
    ],
)
def test_wrong_use(department: Program, arguments: tuple[str, ...], code: int) -> None:
    done = department.inside(*arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err


def test_the_whole_graph(department: Program, tmp_path: Path) -> None:
    target = tmp_path / "图.jsonl"
    done = department.inside("export", "graph", str(target), "--format", "jsonl", "--json")
    assert done.code == 0, done.err
    report = done.json("export-graph")
    assert report["nodes"]["Cadre"] >= 3
    lines = target.read_text("utf-8").splitlines()
    assert len(lines) == 1 + sum(report["nodes"].values()) + sum(report["relations"].values())
    assert department.inside("export", "graph", str(target), "--format", "jsonl").code == 1
    assert department.inside("export", "graph", str(tmp_path / "b"), "--format", "gexf").code == 2


def test_a_roster_and_the_collection_workbook(department: Program, tmp_path: Path) -> None:
    roster, book = tmp_path / "名册.xlsx", tmp_path / "表.xlsx"
    done = department.inside("export", "roster", str(roster), "--unit", "澜江市财政局", "--json")
    assert done.code == 0, done.err
    assert done.json("export-roster")["rows"] == 3
    sheet = openpyxl.load_workbook(roster).worksheets[0]
    assert sorted(str(row[1]) for row in sheet.iter_rows(min_row=6, values_only=True)) == sorted([OLDER, OLDER, ONLY])
    for kind in ("headcount", "leaders"):
        target = str(tmp_path / f"{kind}.xlsx")
        assert department.inside("export", "roster", target, "--unit", "澜江市财政局", "--kind", kind).code == 0
    done = department.inside("export", "workbook", str(book), ONLY, "--json")
    assert done.code == 0, done.err
    assert done.json("export-workbook")["rows"]["A01人员"] == 1
    assert department.inside("import", "--dry-run", str(book)).code == 0
    assert department.inside("export", "roster", str(roster), "--unit", "澜江市财政局").code == 1
    assert department.inside("export", "roster", str(tmp_path / "x.xlsx"), "--kind", "leaders").code == 2
    assert department.inside("export", "roster", str(tmp_path / "x.xlsx"), ONLY, "--kind", "none").code == 2
