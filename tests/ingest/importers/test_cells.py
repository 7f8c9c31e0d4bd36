"""Cells as workbooks really have them: bare numbers for days, formulas, errors, what is hidden or renamed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from export.collection_workbook import write_collection_workbook
from export.work_records import write_workbook
from graph.model.records.cadre import Cadre
from graph.model.records.petition import Petition
from graph.model.records.tenure import Tenure
from ingest.importers.collection_workbook import IMPORTER
from ingest.importers.work_records import IMPORTER as WORK_RECORDS
from tests.ingest.importers.test_collection_workbook import KEY, PERSON
from tests.ingest.importers.test_work_records import COVER, WHO
from tests.support.reading import Read, read

POST = KEY | {"任职机构名称": "丁市财政局", "职务名称": "副局长", "任职时间": "20121108", "任职状态": "在任"}
Change = Callable[[Workbook], object]


def changed(tmp_path: Path, change: Change) -> Read:
    """A workbook of one person and one post, read after a change made in it."""
    path = tmp_path / "信息采集表.xlsx"
    write_collection_workbook(path, {"A01人员": [PERSON], "A02职务": [POST]}, notes={"填报日期": "20240101"})
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return read(IMPORTER, path)


def below(sheet: Worksheet, heading: str) -> Cell:
    """The first cell below a heading."""
    found = next(cell for row in sheet.iter_rows() for cell in row if cell.value == heading)
    below = sheet.cell(found.row + 1, found.column)
    assert isinstance(below, Cell)
    return below


def put(heading: str, value: object) -> Change:
    """The change that writes a value below a heading of A02."""

    def change(book: Workbook) -> None:
        below(book["A02职务"], heading).value = value  # type: ignore[assignment]  # any value of a cell

    return change


def start_of(got: Read) -> object:
    (held,) = [each for each in got.drafts(Tenure) if each.place.sheet == "A02职务"]
    return held.values.get("start")


@pytest.mark.parametrize("value", [41221, 41221.0, date(2012, 11, 8), "2012-11-08", 20121108])
def test_a_day_however_the_workbook_keeps_it(tmp_path: Path, value: object) -> None:
    got = changed(tmp_path, put("任职时间", value))
    assert (start_of(got), got.codes) == ("2012-11-08", [])


def test_a_number_that_may_be_a_year_and_a_month_is_no_day(tmp_path: Path) -> None:
    got = changed(tmp_path, put("任职时间", 20191))
    assert (start_of(got), got.codes) == (None, ["bad-date"])


@pytest.mark.parametrize("value", ["=DATE(2012,11,8)", "#N/A", "=1/0"])
def test_a_cell_whose_content_is_lost_is_told_with_its_place(tmp_path: Path, value: str) -> None:
    got = changed(tmp_path, put("任职时间", value))
    (finding,) = got.document.findings
    assert (start_of(got), finding.code, finding.place.sheet) == (None, "no-cell-value", "A02职务")
    assert (finding.place.row, (finding.place.column or "").isalpha()) == (3, True)


def test_many_lost_cells_are_counted(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for row in range(3, 103):
            book["A02职务"].cell(row, 3).value = "=A1"

    found = [str(each.reason) for each in changed(tmp_path, change).document.findings if each.code == "no-cell-value"]
    assert len(found) == 21
    assert "还有 80 格" in found[-1]


def test_the_kept_result_of_a_formula_is_read(tmp_path: Path) -> None:
    whole = tmp_path / "全.xlsx"
    write_collection_workbook(whole, {"A01人员": [PERSON], "A02职务": [POST]}, notes={"填报日期": "20240101"})
    book = openpyxl.load_workbook(whole)
    below(book["A02职务"], "职务名称").value = '="副"&"局长"'
    book.save(whole)
    path = tmp_path / "信息采集表.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            for empty in (b"</f><v></v></c>", b"</f><v/></c>", b"</f><v /></c>"):
                content = content.replace(empty, "</f><v>副局长</v></c>".encode())
            if b"<f>" in content:
                content = content.replace(b"><f>", b' t="str"><f>')
            new.writestr(part, content)
    got = read(IMPORTER, path)
    assert ([each["title"] for each in got.values(Tenure)][-1], got.codes) == ("副局长", [])


def test_hidden_rows_columns_and_sheets_are_read(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["A02职务"].sheet_state = "hidden"
        book["A01人员"].row_dimensions[2].hidden = True
        book["A01人员"].column_dimensions["C"].hidden = True

    got = changed(tmp_path, change)
    assert (start_of(got), len(got.drafts(Cadre)) > 0, got.codes) == ("2012-11-08", True, [])


@pytest.mark.parametrize("name", ["任职情况(新)", "职务"])
def test_a_renamed_sheet_is_named_as_unread(tmp_path: Path, name: str) -> None:
    def change(book: Workbook) -> None:
        book["A02职务"].title = name

    (finding,) = changed(tmp_path, change).document.findings
    assert finding.code == "missing-sheet"
    assert "A02职务" in str(finding.reason)
    assert name in str(finding.reason)


def test_a_sheet_with_blanks_about_its_name_is_read(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["A02职务"].title = " A02 职务 "

    path_code = changed(tmp_path, change)
    assert path_code.codes == []


@pytest.mark.parametrize(
    "text", ["合计", "合 计", "总计", "填表人：钱示例　审核人：孙示例", "填报日期 2024-03-01", "注1：截至年底", "说明"]
)
def test_sums_signatures_and_remarks_below_a_sheet_are_nobody(tmp_path: Path, text: str) -> None:
    before = changed(tmp_path, lambda _: None)

    def change(book: Workbook) -> None:
        for sheet in book:
            row = sheet.max_row + 2
            sheet.cell(row, 1).value = text
            sheet.cell(row, 2).value = 12

    after = changed(tmp_path, change)
    assert after.codes == before.codes
    assert [each.drafts for each in after.records] == [each.drafts for each in before.records]


def test_of_a_petition_the_result_is_kept_and_the_petitioner_never(tmp_path: Path) -> None:
    path = tmp_path / "工作纪实.xlsx"
    row = {"涉及干部姓名": WHO["姓名"], "涉及干部出生年月": WHO["出生年月"], "办件编号": "2023-1"}
    row |= {"受理日期": "2023-02-01", "核查结论": "失实", "事项类别": "作风 举报人孙某某13800138000"}
    write_workbook(path, {"信访结果": [row]}, COVER)
    book = openpyxl.load_workbook(path)
    sheet = next(each for each in book if "信访" in each.title)
    last = sheet.max_column + 1
    sheet.cell(1, last).value = "反映人"
    for number in range(2, sheet.max_row + 1):
        sheet.cell(number, last).value = "钱某某举报"
    book.save(path)
    got = read(WORK_RECORDS, path)
    assert len(got.drafts(Petition)) == 1
    assert "作风 举报人〔信访人〕〔联系方式〕" in got.everything()
    assert not any(told in got.everything() for told in ("钱某某", "孙某某", "13800138000"))
