"""The career as JSON by its schema, as tables, as text and as a page."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from analysis.career import build_career
from analysis.career.head_lines import head_lines, posts_text
from analysis.career.phrases import join, words
from analysis.career.to_json import to_json
from analysis.career.to_rows import to_tables
from analysis.career.to_text import to_text
from analysis.drawing.page import standalone_page
from analysis.text_table import display_width
from graph.model.dossier import Dossier, Renaming, renamings_of
from graph.model.records.assessment import Assessment
from graph.model.records.tenure import Tenure
from graph.model.schema import Edge
from graph.model.words import Language
from tests.analysis.career.example import TODAY, example, tenure
from tests.builders import cadre, dossier, made

SCHEMA = Path(__file__).parents[3] / "docs" / "schemas" / "career.json"
CONTRACT = {
    "id",
    "start",
    "end",
    "status",
    "unit",
    "post",
    "rank",
    "kind",
    "concurrent",
    "derived",
    "projects",
    "sources",
}
ASSESSED = (
    tenure("甲局", "局长", "2019-01", None),
    made(Assessment, kind="年度考核", year=2022, grade="优秀", origin="assessment"),
)
CASES = {
    "full": example(),
    "empty": dossier(),
    "undated": dossier(tenure(None, None, None, None, rank="科员", kind="rank", end_status="unknown")),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_json_holds_the_schema(case: Dossier) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    shown = json.loads(json.dumps(to_json(build_career(case, today=TODAY)), ensure_ascii=False))
    assert list(Draft202012Validator(schema).iter_errors(shown)) == []


def test_the_schema_names_every_key() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    shown = to_json(build_career(example(), today=TODAY))
    assert list(shown) == schema["required"] == list(schema["properties"])
    assert list(shown["tenures"][0]) == schema["$defs"]["held"]["required"]
    assert list(shown["head"]) == schema["$defs"]["head"]["required"]
    assert list(shown["markers"][0]) == schema["$defs"]["marker"]["required"]


def test_the_keys_of_the_contract_are_always_there() -> None:
    shown = to_json(build_career(example(), "2024-03", today=TODAY))
    assert {"cadre", "as_of", "tenures", "segments", "assessments", "markers", "findings"} <= shown.keys()
    assert all(each.keys() >= CONTRACT for each in shown["tenures"])
    assert {each["status"] for each in shown["tenures"]} == {"current", "ended"}


def test_the_same_dossier_gives_the_same_json() -> None:
    first, second = (json.dumps(to_json(build_career(example(), today=TODAY))) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_row_has_a_cell_for_every_heading(language: Language) -> None:
    tables = to_tables(build_career(example(), today=TODAY), language)
    assert [each.name for each in tables] == [
        "posts",
        "performance",
        "levels",
        "projects",
        "assessments",
        "told",
        "markers",
    ]
    assert all(len(row.cells) == len(table.headings) for table in tables for row in table.rows)


def test_a_derived_field_is_marked_by_itself() -> None:
    posts = to_tables(build_career(example(), today=TODAY))[0]
    row = next(each for each in posts.rows if each.cells[4].text == "副县长")
    assert [each.text for each in row.cells if each.derived] == ["石泉县人民政府"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_the_lines_of_the_tables_are_equally_wide(language: Language, width: int) -> None:
    lines = to_text(build_career(example(), today=TODAY), language, width=width).splitlines()
    drawn = [line for line in lines if line[:1] in "┌│├└" and line]
    assert drawn
    assert max(display_width(line) for line in drawn) <= width
    blocks = "\n".join(lines).split("\n\n")
    for block in blocks:
        assert len({display_width(line) for line in block.splitlines() if line[:1] in "┌│├└"}) <= 1


def test_the_text_tells_posts_grades_and_effect() -> None:
    text = to_text(build_career(example(), today=TODAY))
    for told in (
        "石泉县人民政府*",
        "好1 未评1",
        "政务警告（影响期至2020.10.15）",
        "任同级",
        "信访反映办结且属实或部分属实1件",
    ):
        assert told in text


def test_what_was_never_collected_is_told_from_none() -> None:
    career = build_career(dossier(*ASSESSED), today=TODAY)
    (table,) = to_tables(career, names=("performance",))
    (row,) = table.rows
    assert [each.text for each in row.cells[2:]] == ["未采集", "优秀1", "", "未采集", "未采集"]
    hidden = build_career(dossier(*ASSESSED, withheld=frozenset({"AchievementForm"})), today=TODAY)
    assert [each.text for each in to_tables(hidden, names=("performance",))[0].rows[0].cells[5:]] == ["", ""]


def test_sentences_in_one_cell_end_with_one_mark() -> None:
    assert join(("甲事办成。", "乙事未成。"), "zh", "sentence") == "甲事办成；乙事未成。"


def test_the_head_names_a_renamed_unit_as_it_is_called_now() -> None:
    held = tenure("甲市环境保护局", "副局长", "2016-01", None, renamed_to="甲市生态环境局")
    career = build_career(dossier(held), today=TODAY)
    assert [each.unit for each in career.tenures] == ["甲市环境保护局"]
    assert posts_text(career, "zh") == "甲市生态环境局（原甲市环境保护局） 副局长"
    assert posts_text(career, "en") == "甲市生态环境局 (formerly 甲市环境保护局) 副局长"


def _at(unit: Edge, held: Tenure) -> Tenure:
    return replace(held, unit=(unit,))


def test_a_renaming_that_another_source_tells_reaches_the_head_from_its_day_on() -> None:
    old, new, newest = Edge("uni_1", "Unit", "甲市环境保护局"), "甲市生态环境局", "甲市生态环境和水务局"
    held = [_at(old, tenure(old.name, post, "2016-01", None)) for post in ("党组成员", "副局长")]
    before = _at(old, tenure(old.name, "处长", "2010-01", "2016-01"))
    told = (Renaming("uni_1", "uni_2", new, "2019-01"), Renaming("uni_2", "uni_3", newest, "2024-05"))
    shown = {
        day: posts_text(build_career(dossier(before, *held, renamings=told), day, today=TODAY), "zh")
        for day in ("2018-12-31", "2019-01", "2024-06")
    }
    assert shown == {
        "2018-12-31": "甲市环境保护局 党组成员；甲市环境保护局 副局长",
        "2019-01": "甲市生态环境局（原甲市环境保护局） 党组成员；甲市生态环境局 副局长",
        "2024-06": "甲市生态环境和水务局（原甲市环境保护局） 党组成员；甲市生态环境和水务局 副局长",
    }
    career = build_career(dossier(before, *held, renamings=told), today=TODAY)
    assert [each.unit_now for each in career.tenures] == [None, newest, newest]


def test_a_renaming_the_resume_tells_waits_for_its_day_where_one_is_told() -> None:
    old = Edge("uni_1", "Unit", "甲市环境保护局")
    held = _at(old, tenure(old.name, "副局长", "2016-01", None, renamed_to="甲市生态环境局"))
    told = (Renaming("uni_1", "uni_2", "甲市生态环境局", "2019-01"),)
    assert posts_text(build_career(dossier(held, renamings=told), "2018", today=TODAY), "zh") == f"{old.name} 副局长"


def test_only_a_change_of_name_renames_a_unit() -> None:
    rows = [
        {"unit": "uni_1", "later": later, "name": later, "date": "2019", "kind": kind}
        for later, kind in (("甲", "更名"), ("乙", None), ("丙", "合并"), ("丁", "组建"))
    ]
    assert {each.name for each in renamings_of(rows)} == {"甲", "乙"}


@pytest.mark.parametrize(
    ("text", "join", "status", "shown"),
    [
        ("(民进)", None, "民进会员", "民进会员"),
        ("民建", None, "民建会员", "民建会员"),
        ("（2001.08加入民建）", None, "民建会员", "2001.08加入民建"),
        ("199806", "1998-06", "中共党员", "1998.06"),
        (None, None, "无党派人士", "无党派人士"),
        ("(某党)", None, None, "某党"),
        (None, None, None, "不详"),
    ],
)
def test_another_party_stands_in_words_where_no_day_of_joining_is(
    text: str | None, join: str | None, status: str | None, shown: str
) -> None:
    person = cadre(party_text=text, party_join=join, political_status=status)
    assert dict(head_lines(build_career(dossier(person=person), today=TODAY)))["入党时间"] == shown


def test_an_empty_career_says_what_would_fill_it() -> None:
    assert "lrmx" in to_text(build_career(dossier(), today=TODAY))


def test_what_is_withheld_is_said() -> None:
    hidden = dossier(withheld=frozenset({"Punishment", "Petition"}))
    assert "需4级权限" in to_text(build_career(hidden, today=TODAY))


def test_every_word_is_in_both_languages() -> None:
    for key in words():
        for language in ("zh", "en"):
            assert words()._texts[key][language].strip() or key == "gap"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_needs_nothing_else(language: Language) -> None:
    page = standalone_page(build_career(example(), today=TODAY), language)
    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in page
    assert page.count("<table>") == len(to_tables(build_career(example(), today=TODAY), language))


def test_the_page_escapes_what_records_say() -> None:
    page = standalone_page(build_career(dossier(tenure("<b>局</b>", "局长", "2010-01", None)), today=TODAY))
    assert "<b>" not in page
    body = page[page.index("<body") : page.index("</html>")]
    ET.fromstring(body)
