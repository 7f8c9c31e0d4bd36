"""Rosters, assessment lists and tables of headcounts are known by their headings and read by them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.model.records.assessment import Assessment
from graph.model.records.cadre import Cadre
from graph.model.records.education import Education
from graph.model.records.post import Post
from graph.model.records.rank_record import RankRecord
from graph.model.records.tenure import Tenure
from graph.model.records.unit import Unit
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.clean.values import Cell
from ingest.forms.short_dates import spell
from ingest.importers import recognise
from ingest.importers.xlsx_roster import IMPORTER
from ingest.run import import_paths
from tests.support.reading import ID_NUMBER, Read, read
from tests.support.rosters import HEADCOUNTS, ROSTER, Rows, workbook

TODAY = "2026-06-30"


def said(tmp_path: Path, rows: Rows, **more: Any) -> Read:
    path = workbook(tmp_path / "表.xlsx", rows, **more)
    assert recognise(path) is IMPORTER
    return read(IMPORTER, path, TODAY)


def test_a_roster_with_a_title_and_two_lines_of_headings(tmp_path: Path) -> None:
    got = said(tmp_path, ROSTER, merged=["A1:P1", "G3:H3", "I3:J3"])
    first, second = got.values(Cadre)
    assert first["name"] == "林测试"
    assert (first["birth_month"], first["work_start"]) == ("1976-06", "1998-08")
    assert (first["party_join"], first["grade_since"]) == ("2005-03", "2019-06")
    assert (second["birth_month"], second["work_start"]) == ("1984-10", "2006-07")
    assert (got.document.form_date, got.document.issuer) == ("2024-03-31", "云垛县委组织部")
    schools = [(each["mode"], each["level"], each.get("degree"), each["school"]) for each in got.values(Education)]
    assert ("全日制", "大学", "经济学学士", "甲大学") in schools
    assert ("在职", "研究生", None, "省委党校") in schools
    held = [(each["unit_name"], each["title"], each["start"]) for each in got.values(Tenure)]
    assert held == [("云垛县财政局", "党组书记", "2018-03"), ("云垛县财政局", "局长", "2018-03")]
    assert {"short-year", "month-ten", "unread-column", "post-unread"} <= set(got.codes)


def test_a_list_for_the_discussion_of_appointments(tmp_path: Path) -> None:
    heads = ["姓名", "现任职务", "拟任免职务", "性别", "出生年月", "学历", "籍贯", "工作年月", "入党年月"]
    heads += ["副处职（正处）时间", "现职时间", "备注"]
    row = [
        "林测试",
        "云垛县委常委",
        "任云垛县委副书记；免去云垛县委宣传部部长职务",
        "男",
        "76.06",
        "大学",
        "泽南",
        "98.08",
    ]
    got = said(tmp_path, [["讨论任免干部名单"], heads, [*row, "01.05", "12.03（16.09）", "19.02", ""]])
    [cadre] = got.values(Cadre)
    assert cadre["proposed_post_text"] == "云垛县委副书记"
    assert cadre["removal_post_text"] == "云垛县委宣传部部长"
    ranks = [(each["rank"], each["start"]) for each in got.values(RankRecord)]
    assert ranks == [("县处级副职", "2012-03"), ("县处级正职", "2016-09")]


def test_a_list_of_assessments_refers_to_people_and_makes_none(tmp_path: Path) -> None:
    rows: Rows = [
        ["云垛县2023年度公务员考核优秀等次名单"],
        ["序号", "姓名", "出生年月", "单位及职务", "等次"],
        [1, "林测试", "76.06", "云垛县财政局局长", "优秀"],
        [2, "周示例", "84.10", "云垛县财政局副局长", "特优"],
        [3, "", "80.01", "云垛县民政局局长", "称职"],
    ]
    got = said(tmp_path, rows)
    assert got.values(Cadre) == []
    assert [(each["year"], each["grade"]) for each in got.values(Assessment)] == [(2023, "优秀")]
    places = {(each.code, each.place.row, each.place.column) for each in got.document.findings}
    assert {("not-in-list", 4, "等次"), ("missing-value", 5, "姓名")} <= places


def test_the_results_of_several_years_stand_side_by_side(tmp_path: Path) -> None:
    heads = [["姓名", "出生年月", "年度考核结果", None, None], [None, None, "2021年", "2022年", "2023年"]]
    got = said(tmp_path, [["名单"], *heads, ["林测试", "1976.06", "称职", "优秀", ""]])
    assert [(each["year"], each["grade"]) for each in got.values(Assessment)] == [(2021, "称职"), (2022, "优秀")]


def test_a_list_without_a_year_is_not_guessed(tmp_path: Path) -> None:
    got = said(tmp_path, [["姓名", "出生年月", "等次"], ["林测试", "76.06", "优秀"]])
    assert got.values(Assessment) == []
    assert "missing-value" in got.codes


def test_a_list_of_names_and_posts_refers_to_who_held_them(tmp_path: Path) -> None:
    rows: Rows = [
        ["2023年度"],
        ["姓名", "性别", "单位", "职务", "等次"],
        ["林测试", "男", "云垛县财政局", "局长", "优秀"],
    ]
    got = said(tmp_path, rows)
    assert got.values(Cadre) == []
    (record,) = got.records
    assert record.subject.values == {"name": "林测试", "sex": "男", "find": "unique", "at": ["云垛县财政局", "局长"]}
    assert [each["grade"] for each in got.values(Assessment)] == ["优秀"]
    assert "known-by-post" in got.codes


def test_names_alone_find_nobody(tmp_path: Path) -> None:
    got = said(tmp_path, [["2023年度"], ["姓名", "职级", "等次"], ["林测试", "一级主任科员", "优秀"]])
    assert got.records == ()
    [refused] = got.document.findings
    assert (refused.code, refused.severity, refused.place.row) == ("no-identity", "error", 2)


@pytest.mark.parametrize("kinds_above", [True, False])
def test_headcounts_are_read_in_either_order_of_headings(tmp_path: Path, kinds_above: bool) -> None:
    kinds, counts = ["行政", "参公", "其他事业", "工勤"], ["编制数", "实有"]
    upper, lower = (kinds, counts) if kinds_above else (counts, kinds)
    first: list[Any] = ["序号", "单位"] + [each for word in upper for each in (word, *[None] * (len(lower) - 1))]
    second: list[Any] = [None, None] + list(lower) * len(upper)
    numbers = [10, 9, 5, 5, 3, 2, 1, 1] if kinds_above else [10, 5, 3, 1, 9, 5, 2, 1]
    rows = [["编制与人员配备表"], first, second, [1, "云垛县财政局", *numbers], [2, "云垛县民政局", "八", *numbers[1:]]]
    got = said(tmp_path, [*rows, ["合计", None, 20]])
    first_unit, second_unit = got.values(Unit)
    quotas = ("admin_quota", "public_quota", "other_public_quota", "worker_quota")
    assert tuple(first_unit[name] for name in quotas) == (10, 5, 3, 1)
    assert "admin_quota" not in second_unit
    [bad] = [each for each in got.document.findings if each.code == "bad-number"]
    assert (bad.place.row, bad.value) == (5, "八")


def test_leading_posts_are_read(tmp_path: Path) -> None:
    rows: Rows = [
        ["领导职数配备表"],
        ["单位", "应配", None, None, "实配", None, None],
        [None, "总", "正职", "副职", "总", "正职", "副职"],
        ["云垛县财政局", 4, 1, 3, 3, 1, 2],
    ]
    [unit] = said(tmp_path, rows).values(Unit)
    assert (unit["chief_quota"], unit["deputy_quota"]) == (1, 3)


@pytest.mark.parametrize(
    ("cell", "birth", "date"),
    [
        ("76.06", True, "1976-06"),
        ("05.03", False, "2005-03"),
        ("05.03", True, "2005-03"),
        ("12.03", True, "1912-03"),
        ("26.07", False, "1926-07"),
        ("26.06", False, "2026-06"),
        (76.1, True, "1976-10"),
        (76.01, True, "1976-01"),
        (1976.1, True, "1976.10"),
        ("76年6月", True, "1976-06"),
        ("197606", True, "197606"),
    ],
)
def test_short_dates_are_spelt_out_by_rule(cell: Cell, birth: bool, date: str) -> None:
    spelt = spell(cell, TODAY, birth=birth)
    assert spelt
    assert spelt.text == date


def test_an_id_number_is_in_nothing_that_is_kept(tmp_path: Path) -> None:
    heads = ["姓名", "身份证号", "出生年月", "性别", "备注"]
    got = said(tmp_path, [["名册"], heads, ["林测试", ID_NUMBER, "1949.12", "女", f"证件{ID_NUMBER}"]])
    assert ID_NUMBER not in got.everything()
    assert got.records[0].subject.values["id_hash"]


def test_doubled_headings_are_refused(tmp_path: Path) -> None:
    got = said(tmp_path, [["姓名", "出生年月", "出生日期", "性别"], ["林测试", "1976.06", "1976.07", "男"]])
    assert got.records == ()
    assert got.codes == ["doubled-heading"]


def test_a_table_of_something_else_is_no_roster(tmp_path: Path) -> None:
    path = workbook(tmp_path / "表.xlsx", [["姓名", "电话"], ["林测试", "0000"]])
    assert not IMPORTER.recognise(path, path.read_bytes()[:4096])


def test_a_roster_and_a_list_meet_in_one_person(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    roster = workbook(tmp_path / "1名册.xlsx", ROSTER)
    rows = [["2023年度考核名单"], ["姓名", "出生年月", "等次"], ["林测试", "1976.06", "优秀"]]
    grades = workbook(tmp_path / "0考核.xlsx", rows)
    report = import_paths(graph, engine_settings, [grades, roster])
    assert [each.status for each in report.files] == ["imported", "imported"]
    cypher = "MATCH (a:Assessment)-[:OF]->(c:Cadre {name: '林测试'}) RETURN a.year AS year, a.grade AS grade"
    assert graph.read(cypher) == [{"year": 2023, "grade": "优秀"}]
    assert import_paths(graph, engine_settings, [grades, roster]).writes == 0


def test_titles_of_groups_are_nobody_and_name_the_unit_of_posts_that_do_not(tmp_path: Path) -> None:
    rows: Rows = [
        ["姓名", "现任职务", "性别", "出生年月", "任现职时间"],
        ["一、云垛县水利局（2人）"],
        ["林测试", "局长", "男", "1976.06", "2018.03"],
        ["周示例", "云垛县林业局副局长", "女", "1984.10", "2021.05"],
        ["二、离岗人员"],
        ["吴示例", "局长", "男", "1964.10", "2010.05"],
        [None, "（兼任县河长办主任）"],
    ]
    got = said(tmp_path, rows)
    assert [each["name"] for each in got.values(Cadre)] == ["林测试", "周示例", "吴示例"]
    held = [(each["unit_name"], each["title"]) for each in got.values(Tenure)]
    assert held == [("云垛县水利局", "局长"), ("云垛县林业局", "副局长")]
    (told,) = [each for each in got.document.findings if each.code == "group-title"]
    assert (told.value, told.place.row) == ("一、云垛县水利局（2人）", 2)
    assert [each.place.row for each in got.document.findings if each.code == "missing-value"] == [7]


def test_a_name_merged_over_the_rows_of_several_years_is_that_of_each(tmp_path: Path) -> None:
    rows: Rows = [
        ["姓名", "出生年月", "单位及职务", "年度", "等次"],
        ["林测试", "1976.06", "云垛县财政局局长", 2022, "优秀"],
        [None, None, None, 2021, "称职"],
        ["周示例", "1984.10", "云垛县财政局副局长", 2022, "称职"],
    ]
    got = said(tmp_path, rows, merged=["A2:A3", "B2:B3", "C2:C3"])
    assert [(each["year"], each["grade"]) for each in got.values(Assessment)] == [
        (2022, "优秀"),
        (2021, "称职"),
        (2022, "称职"),
    ]
    assert len({str(record.subject) for record in got.records}) == 2
    assert "missing-value" not in got.codes


def test_a_row_of_which_is_no_unit(tmp_path: Path) -> None:
    got = said(tmp_path, [*HEADCOUNTS, [3, "  其中：国库科", 4, 0, 4, 0]])
    assert [each["name"] for each in got.values(Unit)] == ["云垛县财政局", "云垛县民政局"]
    assert "part-of-unit" in got.codes


def test_a_second_line_of_headings_is_known_by_the_gaps_it_fills(tmp_path: Path) -> None:
    upper = ["序号", "姓名", "性别", "出生\n年月", "政治面貌\n（入党时间）", "学历学位", None, None, None, "现任职务"]
    lower = [*[None] * 5, "全日制\n教育", "毕业院校\n系及专业", "在职\n教育", "毕业院校\n系及专业"]
    row = [
        1,
        "林测试",
        "男",
        "1976.06",
        "中共党员\n（1997.06）",
        "大学\n工学学士",
        "甲大学土木系",
        "研究生",
        "省委党校",
        "云垛县财政局局长",
    ]
    got = said(tmp_path, [["干部花名册"], upper, lower, ["一、县财政局"], row])
    [cadre] = got.values(Cadre)
    assert (cadre["party_join"], cadre["political_status"]) == ("1997-06", "中共党员")
    schools = [(each["mode"], each["level"], each["school"]) for each in got.values(Education)]
    assert schools == [("全日制", "大学", "甲大学"), ("在职", "研究生", "省委党校")]
    assert set(got.codes) == {"group-title"}


def test_a_school_beside_an_education_is_of_that(tmp_path: Path) -> None:
    heads = ["姓名", "性别", "出生年月", "全日制学历", "毕业院校及专业", "在职学历", "毕业院校及专业"]
    got = said(tmp_path, [heads, ["林测试", "男", "1976.06", "大学", "甲大学土木系", "研究生", "省委党校"]])
    assert [(each["mode"], each["school"]) for each in got.values(Education)] == [
        ("全日制", "甲大学"),
        ("在职", "省委党校"),
    ]


@pytest.mark.parametrize("years", ["{}年度", "{}", "{}年考核结果", "{}年度公务员考核等次"])
def test_headings_of_years_are_read_however_they_are_worded(tmp_path: Path, years: str) -> None:
    upper = ["姓名", "出生年月", "近三年年度考核结果", None]
    lower = [None, None, years.format(2022), years.format(2023)]
    got = said(tmp_path, [upper, lower, ["林测试", "1976.06", "称职", "优秀"]])
    assert [(each["year"], each["grade"]) for each in got.values(Assessment)] == [(2022, "称职"), (2023, "优秀")]
    assert got.codes == []


def test_a_list_of_assessments_with_sexes_makes_nobody_either(tmp_path: Path) -> None:
    rows: Rows = [
        ["云垛县2023年度考核结果备案表"],
        ["序号", "姓名", "性别", "出生年月", "单位", "现任职务", "考核等次"],
        [1, "林测试", "男", "1976.06", "云垛县财政局", "局长", "优  秀"],
    ]
    got = said(tmp_path, rows)
    assert got.values(Cadre) == []
    assert [each["grade"] for each in got.values(Assessment)] == ["优秀"]


def test_headcounts_beside_what_is_filled_are_read_under_other_headings(tmp_path: Path) -> None:
    upper = ["序号", "单位名称", "编制数", None, None, "实有人数", None, "领导职数", None, "实配领导", None]
    lower = [None, None, "行政编制", "机动编制", "小计", "行政", "事业", "正职", "副职", "正职", "副职"]
    got = said(tmp_path, [["情况统计表"], upper, lower, [1, "云垛县财政局", "48名", 2, 50, 45, 19, 1, 4, 1, 3]])
    [unit] = got.values(Unit)
    assert (unit["admin_quota"], unit["chief_quota"], unit["deputy_quota"]) == (48, 1, 4)
    [unread] = got.document.findings
    assert (unread.code, unread.value) == ("unread-column", "编制数/机动编制")
    assert got.records[0].extra["Sheet1#4"]["编制数/机动编制"] == "2"


def test_a_table_of_posts_is_read_with_units_from_above(tmp_path: Path) -> None:
    rows: Rows = [
        ["岗位设置一览表"],
        ["所在单位", "岗位名称", "职务层次", "核定职数", "主要职责", "现任人员"],
        ["云垛县财政局", "局长", "乡科级正职", 1, "主持全面工作", "林测试"],
        ["", "副局长", "乡科级副职", "若干", "分管预算", ""],
        ["云垛县民政局", "局长", "特级", 1, "", ""],
        ["", "", "乡科级副职", 2, "", ""],
        ["云垛县民政局", "局长", "", 2, "", ""],
    ]
    got = said(tmp_path, rows)
    posts = [(each["title"], each.get("level"), each.get("headcount")) for each in got.values(Post)]
    assert posts == [("局长", "乡科级正职", 1), ("副局长", "乡科级副职", None), ("局长", "特级", 1)]
    assert got.records[0].extra == {"Sheet1#3": {"现任人员": "林测试"}}
    units = [record.subject.values["unit"].values["name"] for record in got.records]
    assert units == ["云垛县财政局", "云垛县财政局", "云垛县民政局"]
    told = sorted((each.code, each.place.row or 0) for each in got.document.findings)
    places = [("bad-number", 4), ("doubled-post", 7), ("missing-value", 6), ("unit-above", 2), ("unread-column", 2)]
    assert told == places


def test_people_and_their_posts_are_no_table_of_posts(tmp_path: Path) -> None:
    heads = ["姓名", "所在单位", "职务名称", "职务层次"]
    got = said(tmp_path, [heads, ["林测试", "云垛县财政局", "局长", "乡科级正职"]])
    assert got.records == ()
    assert got.codes == ["no-identity"]


@pytest.mark.parametrize(
    ("cell", "level", "degree"),
    [
        ("大学工学学士", "大学", "工学学士"),
        ("研究生管理学硕士", "研究生", "管理学硕士"),
        ("研究生（工学硕士）", "研究生", "工学硕士"),
        ("工学博士", None, "工学博士"),
        ("中央党校大学", "中央党校大学", None),
    ],
)
def test_a_diploma_and_a_degree_in_one_cell_are_two_things(
    tmp_path: Path, cell: str, level: str | None, degree: str | None
) -> None:
    got = said(tmp_path, [["姓名", "性别", "出生年月", "全日制学历学位"], ["林测试", "男", "1976.06", cell]])
    [education] = got.values(Education)
    assert (education.get("level"), education.get("degree")) == (level, degree)
