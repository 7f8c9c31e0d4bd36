"""The work-record workbook as a file: the same bytes for the same rows, drop-downs, notes, one example a sheet."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from export.work_records import write_template, write_workbook
from graph.errors import InputError
from graph.model.codes import code_list
from graph.model.sheets import COVER_SHEET, EXAMPLE_MARK, Cover, work_sheets


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "模板.xlsx"
    write_template(path)
    return path


def test_every_sheet_has_headings_and_one_marked_example(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    assert book.sheetnames == [COVER_SHEET, *(each.name for each in work_sheets()), "代码"]
    for sheet in work_sheets():
        rows = list(book[sheet.name].iter_rows(values_only=True))
        assert [str(cell).rstrip("*") for cell in rows[0]] == list(sheet.headings)
        assert len(rows) == 2
        assert str(next(cell for cell in rows[1] if cell)).startswith(EXAMPLE_MARK)


def test_required_columns_are_starred_and_dates_explained(template: Path) -> None:
    page = openpyxl.load_workbook(template)["谈话"]
    heads = {str(cell.value): cell for cell in page[1]}
    assert {"姓名*", "日期*", "谈话人"} <= heads.keys()
    note = heads["日期*"].comment
    assert note is not None
    assert "2024-03" in note.content


def test_columns_with_a_list_have_its_drop_down(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    for sheet in work_sheets():
        listed = [column for column in sheet.columns if column.choices]
        assert len(book[sheet.name].data_validations.dataValidation) == len({c.heading for c in listed})
    codes = {
        str(column[0]): [cell for cell in column[1:] if cell] for column in book["代码"].iter_cols(values_only=True)
    }
    assert codes["project_grade"] == list(code_list("project_grade").names)
    assert book["代码"].sheet_state == "hidden"


def test_a_template_never_overwrites(template: Path) -> None:
    before = template.read_bytes()
    with pytest.raises(InputError, match="已经存在"):
        write_template(template)
    assert template.read_bytes() == before


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    rows = {"谈话": [{"姓名": "林测试", "日期": "2023-01", "谈话摘要": "=1+1"}]}
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, rows, Cover("丁市委组织部", "2023年"))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["谈话"]
    assert [cell.value for cell in page[2] if cell.value] == ["林测试", "2023-01", "=1+1"]
    assert {cell.data_type for cell in page[2] if cell.value} == {"s"}


@pytest.mark.parametrize("rows", [{"没有的表": []}, {"谈话": [{"没有的列": "x"}]}])
def test_an_unknown_sheet_or_heading_is_an_error(tmp_path: Path, rows: dict[str, list[dict[str, str]]]) -> None:
    with pytest.raises(KeyError, match="没有的"):
        write_workbook(tmp_path / "x.xlsx", rows, Cover())
