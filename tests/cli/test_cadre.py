"""`zhishi career` and `zhishi image-tree`: each form, and the day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from graph.model.moments import local_day
from tests.cli.forms import ONLY
from tests.cli.program import Done, Program


def career(program: Program, *options: str) -> Any:
    done = program.inside("career", ONLY, "--format", "json", *options)
    assert (done.code, done.err) == (0, "")
    return done.json("career")


def is_svg(done: Done) -> bool:
    return bool(etree.fromstring(done.out.encode()).tag == "{http://www.w3.org/2000/svg}svg")


def test_tenures_are_in_order_with_half_open_ends(department: Program) -> None:
    told = [(each["start"], each["end"], each["status"], each["unit"]) for each in career(department)["tenures"]]
    assert told == [
        ("2000-07", "2010-03", "ended", "澜江市财政局预算处"),
        ("2010-03", "2018-09", "ended", "青屿区财政局"),
        ("2018-09", None, "current", "澜江市财政局"),
    ]


def test_every_tenure_has_a_source_with_its_line(department: Program) -> None:
    sources = [each["sources"][0] for each in career(department)["tenures"]]
    assert {each["document"] for each in sources} == {"闻照溪.lrmx"}
    assert [each["quote"][:7] for each in sources] == ["2000.07", "2010.03", "2018.09"]


def test_today_is_the_day_where_none_is_given(department: Program) -> None:
    assert career(department)["as_of"] == local_day()


@pytest.mark.parametrize(
    ("day", "first", "statuses"),
    [
        ("1999", "1999-01-01", []),
        ("2000-07", "2000-07-01", ["current"]),
        ("2010-03", "2010-03-01", ["ended", "current"]),
        ("2018-09-02", "2018-09-02", ["ended", "ended", "current"]),
        ("2018", "2018-01-01", ["ended", "current"]),
    ],
)
def test_a_day_leaves_out_what_began_later(department: Program, day: str, first: str, statuses: list[str]) -> None:
    told = career(department, "--as-of", day)
    assert told["as_of"] == first
    assert [each["status"] for each in told["tenures"]] == statuses


def test_what_ended_later_is_current_on_the_day(department: Program) -> None:
    assert career(department, "--as-of", "2012")["tenures"][-1]["end"] is None


@pytest.mark.parametrize("command", ["career", "image-tree"])
def test_text_is_what_is_printed_by_default(department: Program, command: str) -> None:
    done = department(command, ONLY)
    assert (done.code, done.err) == (0, "")
    assert done == department.inside(command, ONLY, "--format", "text")
    assert ONLY in done.out
    assert "澜江市财政局" in done.out


@pytest.mark.parametrize("command", ["career", "image-tree"])
def test_a_drawing_is_one_svg(department: Program, command: str) -> None:
    done = department.inside(command, ONLY, "--format", "svg")
    assert done.code == 0
    assert is_svg(done)
    assert ONLY in done.out


def test_a_page_of_its_own_fetches_nothing(department: Program) -> None:
    done = department.inside("career", ONLY, "--format", "html")
    assert done.code == 0
    assert done.out.startswith("<!DOCTYPE html>")
    page = etree.HTML(done.out)
    assert page.xpath("//svg")
    assert page.xpath("//table")
    assert page.xpath("//script | //link | //@src | //@href[not(starts-with(., '#'))]") == []


def test_the_tree_as_markdown_is_headed_by_the_name(department: Program) -> None:
    done = department.inside("image-tree", ONLY, "--format", "md")
    assert done.code == 0
    assert done.out.startswith(f"# {ONLY}")


def test_the_tree_has_ten_branches_and_evidence_on_every_leaf(department: Program) -> None:
    tree = department.inside("image-tree", ONLY, "--format", "json").json("image-tree")
    assert len({branch["kind"] for branch in tree["branches"]}) == 10
    assert [leaf for branch in tree["branches"] for leaf in branch["leaves"] if not leaf["evidence"]] == []


def test_english_is_one_setting_away(department: Program) -> None:
    english = Program(department.settings, {"ZHISHI_LANG": "en"})
    assert "Born" in english.inside("career", ONLY).out


def test_a_full_life_fits_the_schemas(city: tuple[Program, str]) -> None:
    program, name = city
    told = program.inside("career", name, "--as-of", "2024-03", "--format", "json").json("career")
    tree = program("image-tree", name, "--as-of", "2024-03", "--format", "json").json("image-tree")
    assert len(told["tenures"]) >= 10
    assert [each for each in told["tenures"] if each["projects"]]
    assert {leaf["polarity"] for branch in tree["branches"] for leaf in branch["leaves"]} >= {"strength", "neutral"}
    again = program.inside("image-tree", name, "--as-of", "2024-03", "--format", "json")
    assert json.loads(again.out) == tree


def test_a_lower_clearance_shows_less(city: tuple[Program, str]) -> None:
    program, name = city
    office = Program(program.settings, {"ZHISHI_CLEARANCE": "2"})
    told = office.inside("career", name, "--as-of", "2024-03", "--format", "json").json("career")
    assert told["withheld"]
    assert [each for each in told["markers"] if each["kind"] == "punishment"] == []


@pytest.mark.parametrize("command", ["career", "image-tree"])
def test_below_every_class_of_a_cadre_it_is_withheld_and_not_denied(department: Program, command: str) -> None:
    done = Program(department.settings, {"ZHISHI_CLEARANCE": "1"}).inside(command, ONLY)
    assert (done.code, done.out) == (1, "")
    assert "级权限" in done.err


def test_a_dossier_is_written_once(department: Program, tmp_path: Path) -> None:
    out = tmp_path / "综合情况.pdf"
    done = department.inside("dossier", ONLY, "--out", out, "--as-of", "2020")
    assert (done.code, done.out.strip()) == (0, str(out))
    assert out.read_bytes().startswith(b"%PDF-")
    again = department.inside("dossier", ONLY, "--out", out)
    assert again.code == 1
    assert "没有覆盖" in again.err
