"""Titles of groups between the rows of a table, and numbers in place of dates."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.model.records.cadre import Cadre
from graph.model.records.tenure import Tenure
from ingest.mapping.suggest import suggest_mapping
from tests.ingest.mapping.tables import read_table, told
from tests.support.reading import TODAY

HEAD = "序号,姓名,性别,出生年月,职务\n"
ROWS = (
    "一、县水文局（2人）,,,,\n1,袁测,男,1971-10,局长\n2,戴测,女,1980-03,副局长\n"
    "二,县档案馆,,,\n3,费测,女,1977-06,馆长\n合计,3,,,\n注：含离岗1人,,,,\n"
)
MAPPING = """
[read]
groups = "单位"
[ignore]
"序号" = "次序"
[[record]]
type = "Cadre"
values = { name = "姓名", sex = "性别", birth_month = "出生年月" }
[[record]]
type = "Tenure"
values = { unit_name = "单位", title = "职务" }
"""


def test_rows_are_of_the_group_whose_title_stands_above_them(tmp_path: Path) -> None:
    got = read_table(tmp_path, HEAD + ROWS, MAPPING)
    assert [each["name"] for each in got.values(Cadre)] == ["袁测", "戴测", "费测"]
    units = [each["unit_name"] for each in got.values(Tenure)]
    assert units == ["县水文局", "县水文局", "县档案馆"]
    assert set(got.codes) <= {"read-as", "note-row"}


def test_a_cell_of_its_own_goes_before_the_title(tmp_path: Path) -> None:
    head = "序号,姓名,性别,出生年月,职务,单位\n"
    rows = "一、县水文局,,,,,\n1,袁测,男,1971-10,局长,\n2,戴测,女,1980-03,主任,县防汛办\n"
    got = read_table(tmp_path, head + rows, MAPPING)
    assert [each["unit_name"] for each in got.values(Tenure)] == ["县水文局", "县防汛办"]


DEPARTMENTS = (
    "序号,科室,姓名,性别,出生年月,职务\n"
    "一、县水文局（3人）,,,,,\n1,,袁测,男,1971-10,局长\n2,测验科,戴测,女,1980-03,科长\n3,,鲍测,男,1982-03,科员\n,小计,3人,,,\n"
    "二、县档案馆（1人）,,,,,\n4,,费测,女,1977-06,馆长\n,小计,1人,,,\n合计,,4人,,,\n,2.另附代码表。,,,,\n"
)


def test_a_cell_filled_down_does_not_reach_into_the_next_group_and_totals_stay_totals(tmp_path: Path) -> None:
    mapping = MAPPING.replace('groups = "单位"', 'groups = "单位"\nfill_down = "科室"')
    got = read_table(tmp_path, DEPARTMENTS, mapping.replace('"单位", title', '{ text = "{单位}[{科室}]" }, title'))
    units = [each["unit_name"] for each in got.values(Tenure)]
    assert units == ["县水文局", "县水文局测验科", "县水文局测验科", "县档案馆"]
    assert set(got.codes) <= {"read-as", "note-row"}
    ((_, remarks, _, _),) = told(got)
    assert "小计 3人" in remarks


def test_a_suggestion_finds_the_titles(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text(HEAD + ROWS, "utf-8")
    said = tomllib.loads(suggest_mapping(path, TODAY))
    assert said["read"]["groups"] == "所在单位"
    tenure = next(each for each in said["record"] if each["type"] == "Tenure")
    assert tenure["values"]["unit_name"] == "所在单位"


@pytest.mark.parametrize(("number", "month"), [(1979.1, "1979-10"), (1979.01, "1979-01"), (1979.12, "1979-12")])
def test_a_number_that_lost_its_nought_is_october(tmp_path: Path, number: float, month: str) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (["姓名", "性别", "出生年月"], ["袁测", "男", number]):
        book.active.append(row)
    book.save(tmp_path / "表.xlsx")
    mapping = '[[record]]\ntype = "Cadre"\nvalues = { name = "姓名", sex = "性别", birth_month = "出生年月" }\n'
    got = read_table(tmp_path, (tmp_path / "表.xlsx").read_bytes(), mapping, name="表.xlsx")
    assert [each["birth_month"] for each in got.values(Cadre)] == [month]
    assert ("month-ten" in got.codes) == (number == 1979.1)
