"""The work-record workbook: what the writer writes the reader reads, and a bad row is left out with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export.work_records import write_template, write_workbook
from graph.model.records import record_types
from graph.model.records.assessment import Assessment
from graph.model.records.interview import Interview
from graph.model.records.leadership_team import LeadershipTeam
from graph.model.records.observation_note import ObservationNote
from graph.model.records.petition import Petition
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.training import Training
from graph.model.records.work_project import WorkProject
from graph.model.sheets import Cover, work_sheets
from ingest.clean.values import tidy
from ingest.importers import recognise
from ingest.importers.work_records import IMPORTER
from tests.support.reading import ID_NUMBER, Read, read

COVER = Cover("丁市委组织部", "2023年", "2023-12-31", "周示例")
WHO = {"姓名": "林测试", "出生年月": "1979-08"}
PROJECT = {"单位": "丁市住建局", "年度": "2023", "项目名称": "老旧小区改造"}
NOTE = WHO | {"日期": "2023-07-06", "记录人": "周示例", "评价倾向": "正面", "内容": "带头入户，三天谈下11户。"}
GRADE = {
    "项目单位": "丁市住建局",
    "项目年度": "2023",
    "项目名称": "老旧小区改造",
    "评估等次": "好",
    "评估日期": "2023-12-28",
    "评估单位": "丁市委组织部",
}
Rows = Mapping[str, Iterable[Mapping[str, object]]]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "工作纪实.xlsx"


def read_rows(path: Path, rows: Rows, cover: Cover = COVER) -> Read:
    write_workbook(path, rows, cover)
    return read(IMPORTER, path)


def test_the_template_is_read_back_as_nothing(book: Path) -> None:
    write_template(book)
    got = read(IMPORTER, book)
    assert (got.records, got.codes) == ((), ["no-cover"])
    assert recognise(book).name == "work_records"


@pytest.mark.parametrize("label", [sheet.label for sheet in work_sheets()])
def test_the_example_of_every_sheet_is_a_good_row(book: Path, label: str) -> None:
    write_template(book)
    workbook = openpyxl.load_workbook(book)
    sheet = next(each for each in work_sheets() if each.label == label)
    first = next(cell for cell in workbook[sheet.name][2] if cell.value)
    first.value = str(first.value).removeprefix("（示例）")
    workbook.save(book)
    got = read(IMPORTER, book)
    assert [draft.type for record in got.records for draft in record.drafts] == [label]
    assert got.records[0].origin == record_types()[label].TYPE.origin
    assert got.codes == ["no-cover"]


def test_several_in_charge_are_rows_of_one_record(book: Path) -> None:
    rows = [
        PROJECT | {"责任人姓名": "林测试", "角色": "牵头", "负责起": "2023-01", "能力项": "群众工作、项目推进"},
        PROJECT | {"责任人姓名": "周示例", "责任人出生年月": "198003", "角色": "参与"},
    ]
    (record,) = read_rows(book, {"重点工作项目": rows}).records
    assert (record.subject.type, record.origin, record.author) == ("WorkProject", "self_report", "丁市住建局")
    assert record.date == "2023"
    first, second = record.drafts
    assert (first.place.row, second.place.row) == (2, 3)
    charge = [
        (link.target.values, dict(link.values)) for d in record.drafts for link in d.links if link.name == "responsible"
    ]
    assert charge == [
        ({"name": "林测试"}, {"role": "牵头", "start": "2023-01"}),
        ({"name": "周示例", "birth_month": "1980-03"}, {"role": "参与"}),
    ]
    assert [link.target.values["name"] for link in first.links if link.name == "competencies"] == [
        "群众工作",
        "项目推进",
    ]
    implied = {link.name: dict(link.target.values) for link in first.links if link.name in ("unit", "task_list")}
    assert implied == {"unit": {"name": "丁市住建局"}, "task_list": {"unit_name": "丁市住建局", "year": 2023}}


def test_an_evaluation_points_at_its_project(book: Path) -> None:
    (record,) = read_rows(book, {"项目评估": [GRADE]}).records
    assert record.author == "丁市委组织部"
    target = record.drafts[0].links[0].target
    assert (target.type, target.values) == (
        "WorkProject",
        {"unit_name": "丁市住建局", "year": 2023, "title": "老旧小区改造"},
    )
    assert "好" in record.drafts[0].quote


def test_facts_about_a_cadre_have_the_cadre_as_subject(book: Path) -> None:
    (record,) = read_rows(book, {"培训": [WHO | {"培训班次": "城市更新班", "学时": 40.0}]}).records
    assert (record.subject.type, record.origin) == ("Cadre", "training")
    assert record.drafts[0].values == {"programme": "城市更新班", "hours": 40}


def test_a_talk_is_by_its_interviewer_and_a_self_report_by_the_cadre(book: Path) -> None:
    got = read_rows(
        book,
        {
            "谈话": [WHO | {"日期": "2023-04", "谈话人": "周示例", "谈话摘要": "就是急。"}],
            "心里话": [WHO | {"轮次": "一", "内容": "想去基层。"}],
        },
    )
    assert {(record.origin, record.author) for record in got.records} == {
        ("interview", "周示例"),
        ("self_report", "林测试"),
    }
    assert got.drafts(Interview)[0].quote == "2023-04，周示例，就是急。"
    assert next(record.date for record in got.records if record.origin == "self_report") == "2023-12-31"


def test_the_assessment_of_a_team_makes_the_team(book: Path) -> None:
    team = {"班子所在单位": "丁市住建局", "考核种类": "年度考核", "年度": "2023", "等次": "优秀"}
    got = read_rows(book, {"考核": [team, WHO | team]})
    teams = [[link.target.values for link in draft.links if link.name == "team"] for draft in got.drafts(Assessment)]
    assert teams == [[{"name": "丁市住建局"}], []]
    (made,) = got.drafts(LeadershipTeam)
    assert made.links[0].target.values == {"name": "丁市住建局"}


def test_the_cover_gives_the_lineage(book: Path, tmp_path: Path) -> None:
    first = read_rows(book, {}).document
    second = read_rows(tmp_path / "b.xlsx", {"培训": [WHO | {"培训班次": "甲"}]}).document
    other = read_rows(tmp_path / "c.xlsx", {}, Cover("乙局", "2023年")).document
    loose = read_rows(tmp_path / "d.xlsx", {}, Cover("乙局")).document
    assert first.lineage == second.lineage != ""
    assert first.lineage != other.lineage
    assert (loose.lineage, loose.issuer) == ("", "乙局")
    assert (first.issuer, first.form_date) == ("丁市委组织部", "2023-12-31")


@pytest.mark.parametrize(
    ("sheet", "good", "change", "column", "code"),
    [
        ("日常了解", NOTE, {"日期": "2o23"}, "日期", "bad-date"),
        ("日常了解", NOTE, {"日期": "2031-01"}, "日期", "future-date"),
        ("日常了解", NOTE, {"评价倾向": "很好"}, "评价倾向", "not-in-list"),
        ("日常了解", NOTE, {"内容": None}, "内容", "missing-value"),
        ("日常了解", NOTE, {"姓名": None}, "姓名", "missing-value"),
        ("日常了解", NOTE, {"项目名称": "老旧小区改造"}, "项目单位", "missing-value"),
        ("项目评估", GRADE, {"评估等次": "优秀"}, "评估等次", "not-in-list"),
        ("项目评估", GRADE, {"项目年度": "今年"}, "项目年度", "bad-year"),
        ("重点工作项目", PROJECT, {"权重": "十"}, "权重", "bad-number"),
        ("重点工作项目", PROJECT, {"角色": "牵头"}, "责任人姓名", "missing-value"),
        (
            "培训",
            WHO | {"培训班次": "甲"},
            {"开始日期": "2023-05", "结束日期": "2023-04"},
            "结束日期",
            "end-before-start",
        ),
        (
            "信访结果",
            {"办件编号": "1", "涉及干部姓名": "林一舟", "受理日期": "2023-05-01"},
            {"办结日期": "2023-04"},
            "办结日期",
            "end-before-start",
        ),
        ("考核", {"考核种类": "年度考核", "年度": "2023"}, {}, "姓名", "missing-value"),
    ],
)
def test_a_bad_row_is_left_out_and_the_rest_kept(
    book: Path, sheet: str, good: dict[str, Any], change: dict[str, Any], column: str, code: str
) -> None:
    rows = [good, good | change] if change else [good | WHO, good]
    got = read_rows(book, {sheet: rows})
    found = [each for each in got.document.findings if each.code == code]
    assert [(each.place.sheet, each.place.row, each.severity) for each in found] == [(sheet, 3, "error")] * len(found)
    assert column in {each.place.column for each in found}
    written = change.get(column)
    assert not written or written in {each.value for each in found}
    assert [draft.place.row for record in got.records for draft in record.drafts] == [2]


def test_a_wrong_id_number_is_reported_and_not_used(book: Path) -> None:
    rows = [NOTE | {"身份证号": ID_NUMBER[:-1] + "1"}, NOTE | {"身份证号": ID_NUMBER, "内容": f"证号{ID_NUMBER}"}]
    got = read_rows(book, {"日常了解": rows})
    first, second = got.drafts(ObservationNote)
    assert "id_hash" not in first.links[0].target.values
    assert second.links[0].target.values["id_hash"].startswith("hash-of-")
    assert got.codes == ["bad-id-number"]
    assert ID_NUMBER[:-1] not in got.everything()


def test_nothing_of_a_petitioner_is_read(book: Path) -> None:
    write_workbook(book, {"信访结果": [{"办件编号": "2023-1", "受理日期": "2023-02-01", "核查结论": "失实"}]}, COVER)
    workbook = openpyxl.load_workbook(book)
    column = workbook["信访结果"].max_column + 1
    workbook["信访结果"].cell(1, column, "信访人姓名")
    workbook["信访结果"].cell(2, column, "赵某某")
    workbook.save(book)
    got = read(IMPORTER, book)
    assert got.values(Petition) == [{"number": "2023-1", "received_on": "2023-02-01", "result": "失实"}]
    assert "赵某某" not in got.everything()
    assert [each.value for each in got.document.findings] == ["信访人姓名"]


def rebuilt(path: Path, sheets: Mapping[str, list[list[object]]]) -> Read:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        for row in rows:
            (book[name] if name in book.sheetnames else book.create_sheet(name)).append(row)
    book.save(path)
    return read(IMPORTER, path)


def test_columns_in_another_order_below_a_title(book: Path) -> None:
    head: list[object] = ["学时", "培训班次（必填）", "出生年月", "姓名"]
    got = rebuilt(book, {"培训": [["培训情况表"], [], head, [40, "甲班", 197908, "林测试"]]})
    (draft,) = got.drafts(Training)
    assert (draft.values, draft.place.row) == ({"hours": 40, "programme": "甲班"}, 4)
    assert draft.links[0].target.values == {"name": "林测试", "birth_month": "1979-08"}


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["姓名", "培训班次", "培训班次"], ["林测试", "甲", "乙"]], "doubled-heading"),
        ([["姓名", "学时"], ["林测试", 40]], "missing-column"),
        ([["说", "明"], ["甲", "乙"]], "no-header"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_refused_and_the_others_kept(
    book: Path, rows: list[list[object]], code: str
) -> None:
    talk: list[list[object]] = [["姓名", "日期"], ["林测试", "2023-01"]]
    got = rebuilt(book, {"培训": rows, "谈话": talk})
    errors = [each for each in got.document.findings if each.severity == "error"]
    assert [(each.code, each.place.sheet) for each in errors] == [(code, "培训")]
    assert (got.drafts(Training), len(got.drafts(Interview))) == ([], 1)


def test_sheets_that_are_missing_or_unknown_are_named(book: Path) -> None:
    got = rebuilt(book, {"谈话": [["姓名", "日期"], ["林测试", "2023-01"]], "杂项": [["甲"]]})
    assert [each.place.sheet for each in got.document.findings if each.code == "unknown-sheet"] == ["杂项"]
    (missing,) = [each for each in got.document.findings if each.code == "missing-sheet"]
    assert "项目评估" in str(missing.reason)


def test_many_rows_with_one_bad(book: Path) -> None:
    def rows() -> Iterable[Mapping[str, object]]:
        for number in range(20_000):
            yield NOTE | {"内容": f"第{number}户", "日期": "2o23" if number == 12_345 else "2023-07"}

    got = read_rows(book, {"日常了解": rows()})
    assert len(got.records) == 19_999
    (bad,) = got.document.findings
    assert (bad.place.row, bad.place.column, bad.value) == (12_347, "日期", "2o23")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.dictionaries(
        st.sampled_from(list(GRADE)), st.text(st.characters(codec="utf-8", min_codepoint=32), max_size=12)
    )
)
def test_any_text_is_a_record_or_an_error(book: Path, cells: dict[str, str]) -> None:
    row: dict[str, object] = {**GRADE, **cells}
    got = read_rows(book, {"项目评估": [row]})
    errors = [each for each in got.document.findings if each.severity == "error"]
    example = cells.get("项目单位", "").startswith(("（示例）", "(示例)"))
    blank = not any(tidy(str(text)) for text in row.values())
    assert bool(got.values(ProjectEvaluation)) != bool(errors or example or blank)


def test_rows_of_one_project_spelled_differently_are_one_record(book: Path) -> None:
    rows: list[Mapping[str, object]] = [
        PROJECT | {"年度": "2023年"},
        PROJECT | {"年度": 2023, "项目名称": "老旧小区改造\u200b"},
    ]
    got = read_rows(book, {"重点工作项目": rows})
    assert (len(got.records), len(got.drafts(WorkProject))) == (1, 2)
