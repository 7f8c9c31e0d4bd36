"""The layout of the work-record workbook follows from the model."""

from __future__ import annotations

from graph.model.records import record_types
from graph.model.sheets import Sheet, work_sheets


def sheet(label: str) -> Sheet:
    return next(each for each in work_sheets() if each.label == label)


def test_every_type_with_a_sheet_has_one() -> None:
    declared = {cls.TYPE.sheet for cls in record_types().values() if cls.TYPE.sheet}
    assert {each.name for each in work_sheets()} == declared
    assert len(work_sheets()) == len(declared)


def test_names_fit_a_spreadsheet() -> None:
    assert all(len(each.name) <= 31 and not set(each.name) & set("[]:*?/\\") for each in work_sheets())


def test_a_link_to_a_cadre_is_name_birth_month_and_number() -> None:
    assert sheet("Interview").headings[:3] == ("姓名", "出生年月", "身份证号")
    assert [c.required for c in sheet("Interview").columns[:3]] == [True, False, False]


def test_a_second_link_takes_its_name_in_front_and_edge_properties_are_columns() -> None:
    headings = sheet("WorkProject").headings
    assert headings[-7:] == ("责任人姓名", "责任人出生年月", "责任人身份证号", "角色", "负责起", "负责止", "能力项")
    assert sheet("WorkProject").columns[-1].many


def test_a_link_to_a_project_is_its_key() -> None:
    assert sheet("ProjectEvaluation").headings[:3] == ("项目单位", "项目年度", "项目名称")
    assert "最满意项目名称" in sheet("AchievementForm").headings


def test_links_that_follow_have_no_column() -> None:
    assert not {column.field for column in sheet("WorkProject").columns} & {"unit", "task_list"}
