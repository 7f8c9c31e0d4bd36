"""`zhishi cadres` and how CADRE is understood."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.forms import OLDER, ONLY
from tests.cli.program import Program


def found(program: Program, *text: str) -> Any:
    done = program.inside("cadres", *text, "--json")
    assert (done.code, done.err) == (0, "")
    return done.json("cadres")


def test_namesakes_are_ordered_by_birth_month(department: Program) -> None:
    rows = found(department, OLDER)
    assert [(row["name"], row["birth_month"]) for row in rows] == [(OLDER, "1978-05"), (OLDER, "1982-11")]
    assert rows[0]["current_posts"] == [{"unit": "澜江市财政局", "post": "副局长", "rank": None, "derived": []}]


def test_a_post_without_a_rank_of_its_own_has_the_level_of_the_career(city: tuple[Program, str]) -> None:
    program, name = city
    (row,) = found(program, name)
    career = program.inside("career", name, "--format", "json").json("career")
    now = [held for held in career["tenures"] if held["status"] == "current" and held["kind"] != "membership"]
    known = {(held["unit_now"] or held["unit"], held["post"], held["rank"] or held["level"]) for held in now}
    assert {(post["unit"], post["post"], post["rank"]) for post in row["current_posts"]} == known
    assert all(post["rank"] and "rank" in post["derived"] for post in row["current_posts"])


@pytest.mark.parametrize("text", [ONLY, "照溪", "wenzhaoxi", "wzx", "WZX", " 闻 照溪 "])
def test_a_name_is_found_by_its_parts_pinyin_and_initials(department: Program, text: str) -> None:
    assert [row["name"] for row in found(department, text)] == [ONLY]


@pytest.mark.parametrize("text", ["澜江市财政局", "副局长"])
def test_unit_and_post_find_those_who_are_there_now(department: Program, text: str) -> None:
    assert {OLDER, ONLY} <= {row["name"] for row in found(department, text)}


def test_a_unit_of_the_past_does_not_find(department: Program) -> None:
    assert found(department, "青屿区财政局") == []


@pytest.mark.parametrize("text", ["无此人", "' OR 1=1 //", "*", "$text"])
def test_nothing_found_is_an_empty_list(department: Program, text: str) -> None:
    assert found(department, text) == []


def test_all_without_a_text_are_ordered(department: Program) -> None:
    rows = found(department)
    order = [(row["name"], row["birth_month"], row["id"]) for row in rows]
    assert len(rows) >= 3
    assert order == sorted(order)


def test_the_table_has_one_whole_line_a_cadre(department: Program) -> None:
    done = department.inside("cadres", ONLY)
    row = found(department, ONLY)[0]
    assert done.code == 0
    assert [line for line in done.out.splitlines() if ONLY in line and row["id"] in line and "副局长" in line]
    assert len(done.out.splitlines()) == 2


@pytest.mark.parametrize("command", ["career", "image-tree"])
def test_a_cadre_nobody_knows_is_exit_1(department: Program, command: str) -> None:
    done = department.inside(command, "无此人", "--format", "json")
    assert (done.code, done.out) == (1, "")
    assert "无此人" in done.err
    english = Program(department.settings, {"ZHISHI_LANG": "en"}).inside(command, "Nobody", "--format", "json")
    assert english.err == "No cadre of this id or name: 'Nobody'. Look with zhishi cadres.\n"


def test_part_of_a_name_is_no_name(department: Program) -> None:
    assert department.inside("career", ONLY[:2]).code == 1


@pytest.mark.parametrize("command", ["career", "image-tree"])
def test_several_cadres_of_a_name_are_told_apart_on_stderr(department: Program, command: str) -> None:
    done = department.inside(command, OLDER)
    assert (done.code, done.out) == (2, "")
    candidates = done.err.splitlines()[1:]
    assert len(candidates) == 2
    for row, line in zip(found(department, OLDER), candidates, strict=True):
        assert all(part in line for part in (OLDER, row["birth_month"], "澜江市财政局副局长", row["id"]))


def test_a_process_of_its_own_says_the_same(department: Program) -> None:
    assert department("cadres", "--json") == department.inside("cadres", "--json")
    assert department("career", OLDER) == department.inside("career", OLDER)


def test_an_id_names_one_of_the_namesakes(department: Program) -> None:
    younger = found(department, OLDER)[1]
    career = department.inside("career", younger["id"], "--format", "json").json("career")
    assert career["cadre"] == {"id": younger["id"], "name": OLDER}
