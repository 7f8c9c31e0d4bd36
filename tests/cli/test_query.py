"""`zhishi query`: the catalogue, a run in each format, a query of one's own from draft to publication."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.forms import ONLY
from tests.cli.program import Done, Program


def ran(program: Program, *arguments: str) -> Any:
    done = program.inside("query", "run", *arguments, "--format", "json")
    assert done.code == 0, done.err
    return done.json("query-run")


def test_the_catalogue_fits_its_schema_and_is_ordered(department: Program) -> None:
    rows = department.inside("query", "list", "--json").json("query-list")
    assert [(row["topic"], row["name"]) for row in rows] == sorted((row["topic"], row["name"]) for row in rows)
    assert "now_at_unit" in {row["name"] for row in rows}


def test_a_topic_narrows_the_catalogue(department: Program) -> None:
    rows = department.inside("query", "list", "--topic", "terms", "--json").json("query-list")
    assert {row["topic"] for row in rows} == {"terms"}
    assert department.inside("query", "list", "--topic", "nothing").code == 1


def test_a_run_tells_parameters_columns_and_rows(department: Program) -> None:
    found = ran(department, "now_at_unit", "unit=澜江市财政局")
    assert found["parameters"] == {"unit": "澜江市财政局"}
    assert found["columns"] == [
        {"name": "cadre", "type": "cadre"},
        {"name": "unit", "type": "unit"},
        {"name": "title", "type": "text"},
        {"name": "since", "type": "month"},
    ]
    assert {row[1]["name"] for row in found["rows"]} == {"澜江市财政局"}
    assert ONLY in {row[0]["name"] for row in found["rows"]}


def test_a_parameter_left_out_or_blank_restricts_nothing(department: Program) -> None:
    everything = ran(department, "now_at_unit")
    assert everything["parameters"] == {"unit": None}
    assert everything["rows"] == ran(department, "now_at_unit", "unit= ")["rows"]
    assert len(everything["rows"]) >= len(ran(department, "now_at_unit", "unit=澜江市财政局")["rows"])


def test_rows_beyond_the_limit_are_announced(department: Program) -> None:
    done = department.inside("query", "run", "now_at_unit", "--limit", "1", "--format", "json")
    found = done.json("query-run")
    assert (len(found["rows"]), found["truncated"]) == (1, True)
    assert "结果已截断" in done.err


def test_csv_and_excel_hold_the_same_rows(department: Program, tmp_path: Path) -> None:
    text = department.inside("query", "run", "now_at_unit", "--format", "csv").out
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0] == ["干部", "干部 id", "单位", "单位 id", "职务", "任职时间"]
    file = tmp_path / "result.xlsx"
    assert department.inside("query", "run", "now_at_unit", "--format", "xlsx", "--output", file).code == 0
    sheet = [["" if cell is None else str(cell) for cell in row] for row in load_workbook(file)["结果"].values]
    assert sheet[sheet.index(rows[0]) :] == rows
    again = department.inside("query", "run", "now_at_unit", "--format", "xlsx", "--output", file)
    assert again.code == 2


def test_the_table_has_one_line_a_row(department: Program) -> None:
    rows = ran(department, "now_at_unit")["rows"]
    lines = department.inside("query", "run", "now_at_unit").out.splitlines()
    assert len(lines) == len(rows) + 1


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["now_at_unti"], 1, "now_at_unit"),
        (["now_at_unit", "unti=x"], 2, "unit"),
        (["now_at_unit", "unit"], 2, "key=value"),
        (["now_at_unit", "unit=无此单位"], 1, "无此单位"),
        (["now_at_unit", "unit=a", "unit=b"], 1, "2"),
        (["now_at_unit", "unit_below=maybe"], 1, "yes"),
        (["now_at_unit", "--format", "pdf"], 2, "csv"),
        (["../../etc/passwd"], 1, "没有名为"),
        (["now_at_unit", "unit=' OR 1=1 RETURN 1 //"], 1, "OR 1=1"),
    ],
)
def test_wrong_use_says_what_is_meant(department: Program, arguments: list[str], code: int, says: str) -> None:
    done = department.inside("query", "run", *arguments)
    assert (done.code, done.out) == (code, "")
    assert says in done.err


def test_every_file_may_be_saved(department: Program) -> None:
    done = department.inside("query", "check")
    assert (done.code, done.out) == (0, ""), done.err


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("$unit", "$unti", "unti"),
        ("AS since", "AS begun", "begun"),
        ("access = 2", "access = 1", "access"),
        ('type = "unit"\n// help', 'type = "units"\n// help', "type"),
        ("MATCH (c", "CREATE (c", "CREATE"),
        ("t.end_status", "t.end_statsu", "end_statsu"),
        ("title = {", "title { ", "TOML"),
        ("// ---\n// title", "// title", "头部"),
        ("RETURN c AS cadre", "DETACH DELETE c RETURN c AS cadre", "DETACH"),
    ],
)
def test_a_file_with_a_fault_is_refused(department: Program, tmp_path: Path, old: str, new: str, says: str) -> None:
    file = tmp_path / "mine" / "bad.cypher"
    assert department.inside("query", "new", file).code == 0
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    done = department.inside("query", "check", file)
    assert done.code == 1
    assert says in done.err


def test_a_new_file_may_be_saved_and_run_as_it_is(department: Program, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "my_unit.cypher"
    assert department.inside("query", "new", file).code == 0
    assert department.inside("query", "new", file).code == 2
    assert department.inside("query", "check", file).code == 0
    assert ran(department, str(file))["rows"]


def test_the_engine_at_hand_is_asked_about_a_file(department: Program, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "bad.cypher"
    department.inside("query", "new", file)
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("WHERE t.end_status", "WHERE AND t.end_status").replace("c.id, title", "title"), "utf-8"
    )
    line = 1 + text[: text.index("WHERE t.end_status")].count("\n")
    refused = department.inside("query", "check", file)
    assert refused.code == 1
    assert f"mine/bad.cypher:{line}:11: Cypher" in refused.err
    assert "次序相同的行" in refused.err
    assert department.inside("query", "check", file, "--no-engine").code == 0
    nowhere = Program(replace(department.settings, data=tmp_path / "none"))
    done = nowhere.inside("query", "check", file)
    assert done.code == 0
    assert "no graph" in done.err or "没有图数据库" in done.err
    assert not (tmp_path / "none").exists()


def step(program: Program, *arguments: object) -> Done:
    return program.inside("query", *map(str, arguments))


def test_a_query_of_ones_own_goes_from_draft_to_the_catalogue(department: Program, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "own_query.cypher"
    step(department, "new", file)
    assert step(department, "save", file, "--author", "甲").code == 0
    assert step(department, "publish", "own_query", "--by", "丁").code == 1
    assert step(department, "review", "own_query", "--reviewer", "甲").code == 1
    assert step(department, "review", "own_query", "--reviewer", "乙").code == 0
    assert step(department, "publish", "own_query", "--by", "丁").code == 0
    assert ran(department, "own_query")["rows"] == ran(department, "now_at_unit")["rows"]

    file.write_text(file.read_text("utf-8").replace("u.name, c.name", "c.name, u.name"), "utf-8")
    assert step(department, "save", file, "--author", "丙").code == 0
    assert step(department, "publish", "own_query", "--by", "丁").code == 1
    assert "-ORDER BY u.name, c.name" in step(department, "versions", "own_query", "--diff", 1, 2).out
    assert [line.split()[1] for line in step(department, "versions", "own_query").out.splitlines()] == [
        "草稿",
        "已发布",
    ]
    assert step(department, "withdraw", "own_query", "--by", "丁", "--why", "口径有误").code == 0
    assert step(department, "run", "own_query").code == 1


def test_a_draft_with_faults_is_kept_but_not_reviewed(department: Program, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "half_done.cypher"
    step(department, "new", file)
    file.write_text(file.read_text("utf-8").replace("$unit", "$other"), "utf-8")
    saved = step(department, "save", file, "--author", "甲")
    assert saved.code == 0
    assert "other" in saved.err
    assert step(department, "review", "half_done", "--reviewer", "乙").code == 1


def test_a_name_that_ships_is_not_taken(department: Program, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "now_at_unit.cypher"
    step(department, "new", file)
    assert step(department, "save", file, "--author", "甲").code == 1


def test_a_query_above_the_readers_class_is_withheld(department: Program) -> None:
    public = Program(department.settings, {"ZHISHI_CLEARANCE": "1"})
    done = public.inside("query", "run", "now_at_unit")
    assert (done.code, done.out) == (1, "")
    assert "级权限" in done.err
    english = Program(department.settings, {"ZHISHI_CLEARANCE": "1", "ZHISHI_LANG": "en"})
    assert english.inside("query", "run", "now_at_unit").err.isascii()


def test_json_is_one_document_of_a_real_process(department: Program) -> None:
    done = department("query", "run", "now_at_unit", "--format", "json")
    assert json.loads(done.out)["name"] == "now_at_unit"
