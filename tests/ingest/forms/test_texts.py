"""The running texts of a form: honours, grades, party membership, schools."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.forms.grades import read_grades
from ingest.forms.honours import read_honours
from ingest.forms.party import read_party_text
from ingest.forms.schools import split_school


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("2018年记三等功。", "Award", {"date": "2018", "name": "记三等功"}),
        ("2018年记三等功一次。", "Award", {"date": "2018", "name": "记三等功"}),
        ("2016.03，经石泉县委批准，嘉奖", "Award", {"date": "2016-03", "authority": "石泉县委", "name": "嘉奖"}),
        ("2021年被丁市委评为优秀共产党员", "Award", {"date": "2021", "authority": "丁市委", "name": "优秀共产党员"}),
        ("2019.05受政务记过处分", "Punishment", {"date": "2019-05", "name": "记过", "track": "政务"}),
        ("2019.05受党内严重警告处分", "Punishment", {"date": "2019-05", "name": "党内严重警告", "track": "党纪"}),
        (
            "2020.01，因履职不力受到诫勉",
            "Punishment",
            {"date": "2020-01", "name": "诫勉", "track": "组织处理", "cause": "履职不力"},
        ),
    ],
)
def test_honours(text: str, kind: str, values: dict[str, Any]) -> None:
    (honour,), unread = read_honours(text)
    assert (honour.type, dict(honour.values), unread) == (kind, values, [])
    assert honour.quote == text.rstrip("。")


@pytest.mark.parametrize(
    "lifting", ["2021年10月解除处分", "2021.10，经丁市监委决定解除记过处分", "2021-10影响期满，解除"]
)
def test_a_sentence_of_its_own_that_lifts_the_punishment_before_it(lifting: str) -> None:
    (honour, award), unread = read_honours(f"2020年10月受政务记过处分；{lifting}；2023年获嘉奖")
    assert (honour.values["name"], honour.values["date"], honour.values["lifted_on"]) == ("记过", "2020-10", "2021-10")
    assert (award.values["name"], unread) == ("嘉奖", [])


@pytest.mark.parametrize("lifting", ["，2020.05解除", "（2020年5月影响期满）"])
def test_a_lifted_punishment(lifting: str) -> None:
    (honour,), _ = read_honours(f"2019年5月，经丁市纪委批准，受党内警告处分{lifting}")
    assert (honour.values["date"], honour.values["lifted_on"]) == ("2019-05", "2020-05")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2018年获嘉奖，2019年记三等功", [("2018", "嘉奖"), ("2019", "记三等功")]),
        ("2018年获嘉奖2019年记三等功", [("2018", "嘉奖"), ("2019", "记三等功")]),
        ("1998年获二等功、2003年获三等功", [("1998", "二等功"), ("2003", "三等功")]),
        ("2020年度嘉奖、2021年度三等功", [("2020", "嘉奖"), ("2021", "三等功")]),
        ("2019年、2020年连续两年评为优秀党员", [("2019", "优秀党员"), ("2020", "优秀党员")]),
        ("2012.12 2013.12分别被评为优秀公务员", [("2012-12", "优秀公务员"), ("2013-12", "优秀公务员")]),
        ("2018-2019年连续两年获县嘉奖", [("2018", "县嘉奖"), ("2019", "县嘉奖")]),
        ("2018年至2020年连续三年年度考核优秀，记三等功一次", [("2020", "记三等功")]),
        ("2018年、2021年度考核优秀，各获嘉奖一次", [("2018", "嘉奖"), ("2021", "嘉奖")]),
        ("2018-2020年度被评为先进工作者", [("2020", "先进工作者")]),
        ("记三等功2次（2019年、2021年）", [("2019", "记三等功"), ("2021", "记三等功")]),
        ("记三等功2次", [(None, "记三等功2次")]),
        ("2020年获2019年度先进个人", [("2020", "2019年度先进个人")]),
        ("2019年获嘉奖，并被评为先进个人", [("2019", "嘉奖"), ("2019", "先进个人")]),
        ("经丁市委批准，2019年记三等功", [("2019", "记三等功")]),
        ("2018年获县政府嘉奖，2020年获省委、省政府“劳动模范”称号", [("2018", "嘉奖"), ("2020", "劳动模范称号")]),
        ("2018年获县嘉奖", [("2018", "县嘉奖")]),
        ("2015.03，经澜江市人民政府批准，连续三年年度考核优秀，记三等功一次", [("2015-03", "记三等功")]),
    ],
)
def test_several_awards_in_one_sentence(text: str, told: list[tuple[str | None, str]]) -> None:
    honours, unread = read_honours(text)
    assert [(each.values.get("date"), each.values["name"]) for each in honours] == told
    assert unread == []


def test_a_punishment_and_an_award_in_one_sentence() -> None:
    honours, unread = read_honours("2019年5月受党内警告处分，2020.05解除，2022年获嘉奖，2023年调县水利局")
    assert [(each.type, each.values["date"]) for each in honours] == [("Punishment", "2019-05"), ("Award", "2022")]
    assert honours[0].values["lifted_on"] == "2020-05"
    assert unread == ["2023年调县水利局"]


def test_a_punishment_for_a_time_keeps_how_long_and_is_lifted_by_its_bare_name() -> None:
    (honour,), _ = read_honours("2015.06受留党察看一年处分；2016.06解除留党察看处分")
    assert (honour.values["name"], honour.values["lifted_on"]) == ("留党察看一年", "2016-06")


@pytest.mark.parametrize("text", ["", "无", "（无）", "(无)。", " \n"])
def test_nothing_is_nothing(text: str) -> None:
    assert read_honours(text) == ([], [])
    assert read_grades(text, 2024) == ([], [])


def test_a_date_that_is_none_is_left_to_be_refused() -> None:
    (honour,), _ = read_honours("2012.13，获全市先进个人")
    assert (honour.values["date"], honour.values["name"]) == ("2012.13", "全市先进个人")


def test_what_is_neither_is_said() -> None:
    assert read_honours("2012年任副科长。") == ([], ["2012年任副科长"])


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("2018年年度考核优秀；2019年年度考核称职；", [(2018, "优秀"), (2019, "称职")]),
        ("2020至2022年均为称职", [(2020, "称职"), (2021, "称职"), (2022, "称职")]),
        ("2021年、2022年优秀，2023年基本称职", [(2021, "优秀"), (2022, "优秀"), (2023, "基本称职")]),
        ("2023年度不称职", [(2023, "不称职")]),
        ("2022年参加年度考核，不定等次", [(2022, "不定等次")]),
        ("2019年考核结果为优秀等次", [(2019, "优秀")]),
        ("2020-2022年度考核分别为称职、优秀、称职", [(2020, "称职"), (2021, "优秀"), (2022, "称职")]),
        ("2021年、2022年分别为优秀、称职", [(2021, "优秀"), (2022, "称职")]),
        ("2022优秀 2021称职 2020称职", [(2022, "优秀"), (2021, "称职"), (2020, "称职")]),
    ],
)
def test_grades(text: str, grades: list[tuple[int, str]]) -> None:
    found, unread = read_grades(text, 2024)
    assert [(each.year, each.grade) for each in found if not each.counted] == grades
    assert unread == []


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("近三年年度考核结果均为称职", ["称职", "称职", "称职"]),
        ("近3年：优秀、称职、称职", ["优秀", "称职", "称职"]),
    ],
)
def test_years_that_are_counted_back_from_the_form(text: str, grades: list[str]) -> None:
    found, unread = read_grades(text, 2024)
    assert [(each.year, each.grade) for each in found] == list(zip((2021, 2022, 2023), grades, strict=True))
    assert all(each.counted for each in found)
    assert unread == []


@pytest.mark.parametrize(
    "text", ["近三年不错", "2019年", "优秀", "连续三年称职", "2019、2020、2021年分别为优秀、称职", "近三年优秀、称职"]
)
def test_grades_that_cannot_be_read(text: str) -> None:
    assert read_grades(text, 2024) == ([], [text])


@pytest.mark.parametrize(
    ("text", "joined", "status"),
    [
        ("197204", "1972-04", "中共党员"),
        ("2001年8月", "2001-08", "中共党员"),
        ("民建", None, "民建会员"),
        ("(民建)", None, "民建会员"),
        ("民建2001.08", None, "民建会员"),
        ("200108；民建", "2001-08", "中共党员"),
        ("九三", None, "九三学社社员"),
        ("民建；民盟", None, "民建会员"),
        ("无党派", None, "无党派人士"),
        ("群众", None, "群众"),
    ],
)
def test_party_membership(text: str, joined: str | None, status: str) -> None:
    read = read_party_text(text)
    assert (read.joined, read.status, read.unread) == (joined, status, ())


def test_party_text_that_says_neither() -> None:
    assert read_party_text("某某党；199013").unread == ("某某党", "199013")


@pytest.mark.parametrize(
    ("text", "school", "major"),
    [
        ("甲大学建筑工程系土木工程专业", "甲大学", "土木工程"),
        ("澜江大学经济管理学院工商管理专业", "澜江大学", "工商管理"),
        ("甲大学计算机系系统工程专业", "甲大学", "系统工程"),
        ("中央党校经济管理专业", "中央党校", "经济管理"),
        ("乙地质大学（丙市）信息系统专业", "乙地质大学（丙市）", "信息系统"),
        ("甲大学", "甲大学", None),
        ("某培训班", "某培训班", None),
        ("沧澜师范大学法律专业", "沧澜师范大学", "法律"),
        ("沧澜师范高等专科学校中文系", "沧澜师范高等专科学校", None),
        ("甲科学院大学管理系", "甲科学院大学", None),
        ("甲县师范", "甲县师范", None),
    ],
)
def test_schools(text: str, school: str, major: str | None) -> None:
    assert split_school(text) == (school, major)
