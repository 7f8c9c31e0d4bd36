"""The official workbook is read by heading; persons are joined by 姓名 and 身份证号."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from export.collection_workbook import write_collection_workbook
from graph.model.records.assessment import Assessment
from graph.model.records.award import Award
from graph.model.records.cadre import Cadre
from graph.model.records.education import Education
from graph.model.records.family_member import FamilyMember
from graph.model.records.health_record import HealthRecord
from graph.model.records.punishment import Punishment
from graph.model.records.rank_record import RankRecord
from graph.model.records.tenure import Tenure
from graph.model.records.unit import Unit
from ingest.errors import SourceError
from ingest.importers import recognise
from ingest.importers.collection_workbook import IMPORTER
from tests.support.reading import ID_NUMBER, Read, read

KEY = {"姓名": "林测试", "身份证号": ID_NUMBER}
PERSON = KEY | {
    "性别": "女",
    "出生年月": "194912",
    "参加工作时间": "200208",
    "民族": "汉族",
    "入党时间文字": "200012",
    "现工作单位及职务全称": "丁市财政局副局长",
    "简历": "2002.08--2012.11  丁市财政局干部\n2012.11--         丁市财政局副局长",
}
Sheets = Mapping[str, list[Mapping[str, str]]]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "信息采集表.xlsx"


def read_book(path: Path, sheets: Sheets | None = None) -> Read:
    rows: dict[str, list[Mapping[str, str]]] = {"A01人员": [PERSON], **(sheets or {})}
    write_collection_workbook(path, rows, notes={"填报单位": "丁市委组织部", "填报日期": "20240101"})
    return read(IMPORTER, path)


def test_one_record_a_person_with_rows_of_all_sheets(book: Path) -> None:
    got = read_book(
        book,
        {
            "A02职务": [
                KEY | {"任职机构名称": "丁市财政局", "职务名称": "副局长", "任职时间": "20121108", "任职状态": "在任"}
            ],
            "A05职务职级": [
                KEY | {"类别（职务层次、职级标志）": "职务层次", "职务层次（职级）": "副处级", "批准日期": "201211"}
            ],
            "A06专业技术": [KEY | {"专业技术任职资格名称": "高级会计师"}],
            "A08学历学位": [
                KEY
                | {"学历名称": "大学本科", "学位名称": "工学学士", "学校（单位）名称": "甲大学", "教育类别": "全日制"}
            ],
            "A14奖惩": [
                KEY | {"奖惩名称": "嘉奖", "批准日期": "2019"},
                KEY | {"奖惩名称": "记过", "批准日期": "2018.05"},
            ],
            "A15考核": [KEY | {"考核结论": "优秀", "考核年度": "2021"}],
            "A36家庭及社会关系": [
                KEY | {"家庭成员姓名": "林小", "称谓": "女儿", "出生日期": "201203", "工作单位及职务": "某小学"}
            ],
            "A99Z1补充": [KEY | {"是否考录": "是", "是否选调生": "是"}],
        },
    )
    (record,) = got.records
    assert (record.origin, record.author, record.date) == ("collection_workbook", "丁市委组织部", "2024-01-01")
    cadre = {name: value for values in got.values(Cadre) for name, value in values.items()}
    assert (cadre["entry_source"], cadre["professional_title"]) == ("考录、选调", "高级会计师")
    post = got.values(Tenure)[-1]
    assert (post["unit_name"], post["start"], post["end_status"]) == ("丁市财政局", "2012-11-08", "current")
    assert got.values(RankRecord)[0]["rank"] == "县处级副职"
    assert got.values(Education)[0]["level"] == "大学"
    assert (got.values(Award)[0]["name"], got.values(Punishment)[0]["track"]) == ("嘉奖", "政务")
    assert got.values(Assessment) == [{"kind": "年度考核", "year": 2021, "grade": "优秀"}]
    assert got.values(FamilyMember) == [{"appellation": "女儿", "birth": "2012", "minor": True}]
    assert got.codes == []


def test_the_resume_column_is_read_with_its_lines(book: Path) -> None:
    last = read_book(book).drafts(Tenure)[-1]
    assert (last.place.sheet, last.place.row, last.place.line, last.place.column) == ("A01人员", 3, 2, "简历")


def test_units_have_their_establishment(book: Path) -> None:
    unit = {
        "机构名称": "丁市财政局",
        "机构级别": "县处级",
        "行政编制数": "40",
        "正职领导职数": "1",
        "机构编码": "113302000029412341",
    }
    got = read_book(book, {"B01单位": [unit, unit, {"机构简称": "无名"}, {"机构名称": "乙局", "行政编制数": "四十"}]})
    first, second = got.values(Unit)
    assert (first["admin_quota"], first["chief_quota"], first["code"]) == (40, 1, "113302000029412341")
    assert first["initials"] == "dsczj"
    assert "admin_quota" not in second
    assert got.codes == ["doubled-unit", "missing-value", "bad-number"]


def test_health_and_punishments_are_not_in_the_quote_of_the_cadre(book: Path) -> None:
    got = read_book(book, {"A01人员": [PERSON | {"健康状况": "较差", "奖惩综述": "2018.05受记过处分。"}]})
    (cadre,) = got.drafts(Cadre)
    assert "较差" not in cadre.quote
    assert "记过" not in cadre.quote
    assert got.values(HealthRecord)[0]["category"] == "较差"


@pytest.mark.parametrize(
    ("sheet", "heading", "row"),
    [
        ("A01人员", "人员类别", PERSON),
        ("A01人员", "管理类别", PERSON),
        ("A01人员", "现职务层次", PERSON),
        ("A01人员", "现职级", PERSON),
        ("A01人员", "健康状况", PERSON),
        ("A01人员", "人员管理状态", PERSON),
        ("A02职务", "选拔任用方式", KEY | {"任职机构名称": "丁市财政局", "职务名称": "副局长"}),
        ("A02职务", "成员类别", KEY | {"任职机构名称": "丁市财政局", "职务名称": "副局长"}),
        ("A05职务职级", "职务层次（职级）", KEY | {"类别（职务层次、职级标志）": "职务层次", "批准日期": "201211"}),
        ("A08学历学位", "学历名称", KEY | {"学校（单位）名称": "甲大学"}),
        ("A08学历学位", "学位名称", KEY | {"学校（单位）名称": "甲大学"}),
        ("A14奖惩", "批准机关级别", KEY | {"奖惩名称": "嘉奖"}),
        ("B01单位", "机构级别", {"机构名称": "丁市财政局"}),
    ],
)
def test_a_value_outside_its_list_is_told_with_its_place(
    book: Path, sheet: str, heading: str, row: Mapping[str, str]
) -> None:
    got = read_book(book, {sheet: [dict(row) | {heading: "没有的名目"}]})
    (found,) = [each for each in got.document.findings if each.code == "not-in-list"]
    assert (found.place.sheet, found.place.column, found.value) == (sheet, heading, "没有的名目")


def test_id_numbers_are_nowhere_in_clear(book: Path) -> None:
    note = {"备注": f"证号{ID_NUMBER}", "成长地": "某地"}
    got = read_book(book, {"A01人员": [PERSON | note], "A15考核": [KEY | {"考核结论": ID_NUMBER, "考核年度": "2021"}]})
    assert ID_NUMBER not in got.everything()
    assert got.records[0].extra == {"A01人员#3": {"成长地": "某地"}}


@pytest.mark.parametrize(
    ("row", "code", "end", "status"),
    [
        ({"任职状态": "已免", "免职时间": "201505"}, [], "2015-05", "ended"),
        ({"任职状态": "已免"}, ["no-end"], None, "unknown"),
        ({"任职状态": "在任", "免职时间": "201505"}, ["status-differs"], "2015-05", "ended"),
        ({"任职状态": "已免", "免职时间": "201105"}, ["end-before-start"], None, "unknown"),
        ({"任职状态": "在任", "免职时间": "203105"}, ["future-date"], None, "unknown"),
        ({"任职状态": "在任", "免职时间": "20281301"}, ["bad-date"], None, "unknown"),
        ({"任职状态": "在任", "任职时间": "20280101"}, ["future-date"], None, "unknown"),
        ({"任职状态": "在任", "任职时间": "201213"}, ["bad-date"], None, "unknown"),
        ({"任职状态": "已免", "任职时间": "201213", "免职时间": "201505"}, ["bad-date"], "2015-05", "ended"),
        ({}, [], None, "unknown"),
    ],
)
def test_end_and_status_of_a_tenure(
    book: Path, row: dict[str, str], code: list[str], end: str | None, status: str
) -> None:
    tenure = KEY | {"任职机构名称": "丁市审计局", "职务名称": "副局长", "任职时间": "201211"} | row
    got = read_book(book, {"A02职务": [tenure]})
    values = got.values(Tenure)[-1]
    assert (values.get("end"), values["end_status"], got.codes) == (end, status, code)


@pytest.mark.parametrize(
    ("unit", "title", "told"),
    [
        ("丁市甲街道办事处", "办事处副主任", ("丁市甲街道办事处", "副主任")),
        ("丁市委", "市委书记", ("丁市委", "书记")),
        ("丁市委", "市委办公室主任", ("丁市委办公室", "主任")),
        ("丁市财政局", "局党组书记", ("丁市财政局", "党组书记")),
        ("丁市财政局", "预算处处长", ("丁市财政局预算处", "处长")),
        ("丁市中级人民法院审判委员会", "委员", ("丁市中级人民法院", "审判委员会委员")),
        ("丁市财政局", "局长", None),
        ("丁市", "市委常委", None),
    ],
)
def test_a_post_is_told_of_its_unit_as_in_the_resume(
    book: Path, unit: str, title: str, told: tuple[str, str] | None
) -> None:
    got = read_book(book, {"A02职务": [KEY | {"任职机构名称": unit, "职务名称": title}]})
    values = got.values(Tenure)[-1]
    assert (values["unit_name"], values["title"]) == (told or (unit, title))


@pytest.mark.parametrize(
    ("unit", "title", "told"),
    [
        ("丁市财政局", "副局长、党组成员", [("丁市财政局", "副局长"), ("丁市财政局", "党组成员")]),
        ("甲县", "县委常委、副县长", [("甲县委", "常委"), ("甲县人民政府", "副县长")]),
        ("甲县乙镇", "党委副书记、镇长", [("甲县乙镇党委", "副书记"), ("甲县乙镇人民政府", "镇长")]),
        ("丁市委", "常委，组织部部长", [("丁市委", "常委"), ("丁市委组织部", "部长")]),
        ("丁市财政局", "副局长（分管预算、国库）", [("丁市财政局", "副局长（分管预算、国库）")]),
        ("丁市财政局", "科员、副处长", [("丁市财政局", "科员、副处长")]),
    ],
)
def test_several_posts_of_one_cell_are_those_of_a_resume_line(
    book: Path, unit: str, title: str, told: list[tuple[str, str]]
) -> None:
    row = KEY | {"任职机构名称": unit, "职务名称": title, "任职时间": "201603", "任职状态": "在任"}
    person = {name: text for name, text in PERSON.items() if name != "简历"}
    got = read_book(book, {"A01人员": [person], "A02职务": [row]}).values(Tenure)
    assert [(each["unit_name"], each["title"]) for each in got] == told
    assert {(each["start"], each["end_status"]) for each in got} == {("2016-03", "current")}


def test_acting_is_of_the_post_that_says_so(book: Path) -> None:
    row = KEY | {"任职机构名称": "丁市财政局", "职务名称": "党组书记、副局长（主持工作）"}
    person = {name: text for name, text in PERSON.items() if name != "简历"}
    got = read_book(book, {"A01人员": [person], "A02职务": [row]}).values(Tenure)
    assert [(each["title"], each.get("acting")) for each in got] == [("党组书记", None), ("副局长", True)]


def test_rows_of_nobody_and_of_the_same_person_twice_are_left_out(book: Path) -> None:
    got = read_book(
        book,
        {
            "A01人员": [PERSON, PERSON, {"性别": "男"}],
            "A15考核": [
                {"姓名": "不在册", "考核结论": "优秀", "考核年度": "2021"},
                {"姓名": "林测试", "考核结论": "称职", "考核年度": "2020"},
                {"考核结论": "称职", "考核年度": "2019"},
            ],
        },
    )
    assert got.codes == ["doubled-person", "missing-value", "person-not-in-A01", "missing-value"]
    assert [each["year"] for each in got.values(Assessment)] == [2020]
    assert {each.severity for each in got.document.findings} == {"error"}
    assert got.document.findings[2].place.row == 3


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"考核结论": "特好", "考核年度": "2020"}, "not-in-list"),
        ({"考核结论": "优秀", "考核年度": "二〇二〇"}, "bad-year"),
        ({"考核结论": "优秀", "考核年度": "2031"}, "future-date"),
        ({"考核年度": "2020"}, "missing-value"),
        ({"考核结论": "优秀"}, "missing-value"),
    ],
)
def test_a_bad_assessment_is_left_out(book: Path, row: dict[str, str], code: str) -> None:
    got = read_book(book, {"A15考核": [KEY | row]})
    assert (got.codes, got.values(Assessment)) == ([code], [])
    assert (got.document.findings[0].place.sheet, got.document.findings[0].place.row) == ("A15考核", 3)


def rebuilt(path: Path, sheets: Mapping[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


HEAD: list[object] = ["出生年月", "姓 名*", "身份证", "性别", "参工时间"]
ROW: list[object] = [194912, "林测试", ID_NUMBER, "女", "2002年8月"]


def test_read_by_heading_below_a_merged_title(book: Path) -> None:
    rebuilt(book, {"A01人员": [["人员信息"], [], ["说明：代码项填名称"], HEAD, ROW]})
    workbook = openpyxl.load_workbook(book)
    workbook["A01人员"].merge_cells("A1:E1")
    workbook.save(book)
    got = read(IMPORTER, book)
    (cadre,) = got.values(Cadre)
    assert (cadre["birth_month"], cadre["work_start"]) == ("1949-12", "2002-08")
    assert got.drafts(Cadre)[0].place.row == 5


def test_a_doubled_heading_refuses_the_sheet_and_keeps_the_others(book: Path) -> None:
    a15: list[list[object]] = [
        ["姓名", "身份证号", "考核结论", "考核年度", "考核结论"],
        ["林测试", ID_NUMBER, "优秀", 2021, "称职"],
    ]
    got = read(IMPORTER, rebuilt(book, {"A01人员": [HEAD, ROW], "A15考核": a15}))
    doubled = [each for each in got.document.findings if each.code == "doubled-heading"]
    assert [(each.place.sheet, each.place.row, each.place.column) for each in doubled] == [("A15考核", 1, "考核结论")]
    assert (len(got.values(Cadre)), got.values(Assessment)) == (1, [])


def test_missing_sheets_columns_and_unread_columns_are_reported_once(book: Path) -> None:
    got = read(IMPORTER, rebuilt(book, {"A01人员": [[*HEAD, "星座"], [*ROW, "白羊座"]]}))
    (missing,) = [each.reason.zh for each in got.document.findings if each.code == "missing-sheet"]
    assert missing.count("A02职务") == missing.count("A15考核") == 1
    assert "A01人员" not in missing
    assert got.codes.count("missing-column") == 1
    assert [each.value for each in got.document.findings if each.code == "unread-column"] == ["星座"]
    assert got.records[0].extra == {"A01人员#2": {"星座": "白羊座"}}


def test_a_sheet_without_headings_is_an_error(book: Path) -> None:
    got = read(IMPORTER, rebuilt(book, {"A01人员": [HEAD, ROW], "A15考核": [["随便", "写写"], ["什么", "都没有"]]}))
    assert ("no-header", "A15考核") in {(each.code, each.place.sheet) for each in got.document.findings}


def test_without_a01_rows_are_tied_by_name_and_number(book: Path) -> None:
    a15: list[list[object]] = [["姓名", "身份证号", "考核结论", "考核年度"], ["林测试", ID_NUMBER, "优秀", 2021]]
    got = read(IMPORTER, rebuilt(book, {"A15考核": a15}))
    (record,) = got.records
    assert set(record.subject.values) == {"name", "id_hash"}
    assert got.values(Cadre) == []


def test_recognised_by_its_sheets(book: Path) -> None:
    read_book(book)
    assert recognise(book).name == "collection_workbook"


def test_a_workbook_of_something_else_is_refused_by_name(book: Path) -> None:
    rebuilt(book, {"采购清单": [["品名", "数量"]]})
    with pytest.raises(SourceError, match="采购清单"):
        recognise(book)


def test_neither_id_numbers_nor_names_of_minors_come_out_of_any_sheet(book: Path) -> None:
    child = KEY | {"家庭成员姓名": "林小苗", "称谓": "女儿", "出生日期": "201503", "工作单位及职务": "某小学"}
    post = KEY | {"任职机构名称": f"丁市财政局{ID_NUMBER}", "职务名称": f"局长{ID_NUMBER}", "任职时间": "201211"}
    person = PERSON | {"备注": "女儿林小苗在读", "奖惩综述": "其女林小苗陪同领奖"}
    got = read_book(book, {"A01人员": [person], "A02职务": [post], "A36家庭及社会关系": [child]})
    told = got.everything()
    assert ID_NUMBER not in told
    assert "林小苗" not in told


def test_a_missing_resume_is_no_finding_where_the_sheet_of_posts_tells_them(book: Path) -> None:
    bare = {name: text for name, text in PERSON.items() if name != "简历"}
    post = KEY | {"任职机构名称": "丁市财政局", "职务名称": "副局长", "任职时间": "201211", "任职状态": "在任"}
    assert "no-resume" in read_book(book, {"A01人员": [bare]}).codes
    assert "no-resume" not in read_book(book, {"A01人员": [bare], "A02职务": [post]}).codes


def test_of_two_sheets_of_a_code_the_hidden_one_is_told_and_not_read(book: Path) -> None:
    read_book(book)
    opened = openpyxl.load_workbook(book)
    old = opened.create_sheet("A15 旧", 1)
    for row in (["姓名", "身份证号", "考核结论", "考核年度"], ["林测试", ID_NUMBER, "优秀", "2011"]):
        old.append(row)
    old.sheet_state = "hidden"
    opened["A15考核"].append(["林测试", ID_NUMBER, "称职", "2021"])
    opened.create_sheet("Sheet1")
    opened.save(book)
    got = read(IMPORTER, book)
    assert [each["year"] for each in got.values(Assessment)] == [2021]
    assert [each.place.sheet for each in got.document.findings if each.code == "unknown-sheet"] == ["A15 旧"]


def test_dates_that_became_numbers_and_short_years_are_read_by_rule(book: Path) -> None:
    rows: list[list[object]] = [
        ["姓名", "出生年月", "参加工作时间", "民族"],
        ["周示例", 1978.1, "99.9", "汉族"],
        ["吴示例", 1978.01, 2001.07, "汉族"],
    ]
    got = read(IMPORTER, rebuilt(book, {"A01人员": rows}))
    dates = [(each["birth_month"], each["work_start"]) for each in got.values(Cadre)]
    assert dates == [("1978-10", "1999-09"), ("1978-01", "2001-07")]
    assert {"month-ten", "short-year"} <= set(got.codes)
