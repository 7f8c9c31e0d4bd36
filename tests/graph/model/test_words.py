"""What is said in both languages, and messages that say both at once taken apart."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from graph.model.records import record_types
from graph.model.said import said
from graph.model.words import Both, Words, full_width, listed

WORDS = Words({"missing": {"zh": "没有“{what}”，见 {where}。", "en": "The {what} is missing, see {where}."}})


def test_a_name_in_both_languages_is_filled_in_by_language() -> None:
    title = record_types()["Tenure"].TYPE.properties["title"]
    told = WORDS.both("missing", what=title, where="A1")
    assert (title.zh, title.en) == ("职务名称", "Title")
    assert told == Both("没有“职务名称”，见 A1。", "The title is missing, see A1.")
    assert (
        WORDS.both("missing", what=Both("身份证号", "ID number"), where="A1").en == "The ID number is missing, see A1."
    )


def test_sentences_are_joined_and_changed_in_both_languages() -> None:
    joined = Both("甲。", "One.") + Both("乙。", "Two.")
    assert joined == Both("甲。乙。", "One. Two.")
    assert joined.changed(str.upper).en == "ONE. TWO."
    assert [joined.text("zh"), joined.text("en")] == ["甲。乙。", "One. Two."]


def test_things_in_a_row_are_parted_by_the_marks_of_the_language() -> None:
    assert listed([2021, 2022, 2023], 2) == Both("2021、2022…", "2021, 2022…")
    assert listed(()) == Both("-", "-")


def test_one_text_for_every_reader_is_chinese_with_english_in_brackets() -> None:
    assert str(Both("不是日期。", "This is no date.")) == "不是日期。 (This is no date)"
    assert str(Both("a.toml", "a.toml")) == "a.toml"


@pytest.mark.parametrize(
    ("message", "zh", "en"),
    [
        ("没有照片 'x.png' (no such photo)。", "没有照片“x.png”。", "No such photo: 'x.png'."),
        ("没有照片（x）。", "没有照片（x）。", "没有照片（x）。"),
        (Both("没有照片。", "There is no photo."), "没有照片。", "There is no photo."),
    ],
)
def test_a_message_is_told_in_each_language(message: str | Both, zh: str, en: str) -> None:
    assert said(message) == Both(zh, en)


def test_an_error_tells_what_to_do_in_each_language() -> None:
    error = InputError(Both("没有照片。", "There is no photo."), hint="请插入照片 (insert one)。")
    assert error.told == Both("没有照片。请插入照片。", "There is no photo. Insert one.")
    assert str(error) == "没有照片。 (There is no photo) 请插入照片 (insert one)。"
    assert InputError("甲").told == Both("甲", "甲")


@pytest.mark.parametrize(
    ("text", "set_in_chinese"),
    [
        ("两份材料里的同一个人, 姓名不同; 待认定", "两份材料里的同一个人，姓名不同；待认定"),
        ("截至哪一天 (计算月数)", "截至哪一天（计算月数）"),
        ("{one} 与 {other} 是同一人吗?", "{one} 与 {other} 是同一人吗？"),
        ("比例 3:5, 见 zhishi (a file)", "比例 3:5, 见 zhishi (a file)"),
    ],
)
def test_chinese_is_set_with_its_own_marks(text: str, set_in_chinese: str) -> None:
    assert full_width(text) == set_in_chinese
    assert full_width(set_in_chinese) == set_in_chinese
