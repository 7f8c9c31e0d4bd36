"""The work-record workbook as a file: the empty template with its drop-downs and notes, or filled with rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from export.marking import refuse_to_overwrite
from export.workbook import system_errors
from graph.model.codes import code_list
from graph.model.data_files import load_toml
from graph.model.schema import Kind
from graph.model.sheets import COVER_LABELS, COVER_SHEET, EXAMPLE_MARK, Column, Cover, Sheet, work_sheets

Rows = Iterable[Mapping[str, object]]

_CODES_SHEET: Final = "代码"
_LAST_ROW: Final = 99_999
# A fixed instant, so that the same rows give the same bytes.
_CREATED: Final = datetime(2024, 1, 1)  # noqa: DTZ001 - the file format has no time zone
_HINTS: Final = {
    Kind.DATE: "写成 2024、2024-03 或 2024-03-04，知道多少写多少。",
    Kind.YEAR: "四位年份，如 2024。",
    Kind.INTEGER: "整数。",
    Kind.NUMBER: "数字。",
    Kind.YES_NO: "是 或 否。",
}
_NOTES: Final = (
    "一、每张表第一行是标题，从第二行起一行一条；标题的先后可以调整，名称不要改，用不到的列可以留空。",
    f"二、以“{EXAMPLE_MARK}”开头的行是示例，导入时跳过，可以删去。",
    "三、标题带星号的必须填。日期写成 2024、2024-03 或 2024-03-04；止日不含当日，按月填写时与简历写法相同。",
    "四、同一项目有几位责任人的，一人一行，项目各列重复填写。几个能力项之间用顿号隔开。",
    "五、干部用姓名加出生年月认定；仍有重名的再填身份证号，系统只保存加密散列。",
    "六、信访结果只填办理情况，不得填写信访人的任何信息和来信内容。",
    "七、填报单位写全称。再次导入同一单位同一期间的表，以新表为准，新表没有的行随之撤下；只补充、不替换的，请另写期间，如“2023年补录”。",
)


def write_template(path: Path) -> None:
    """Write the empty workbook with one marked example row a sheet; raises InputError where `path` exists."""
    try:
        path.open("xb").close()
    except FileExistsError:
        refuse_to_overwrite(path)
        raise
    write_workbook(path, {sheet.name: [_example(sheet)] for sheet in work_sheets()}, Cover())


def write_workbook(path: Path, rows_by_sheet: Mapping[str, Rows], cover: Cover) -> None:
    """Write rows (heading -> value; None is left empty) under the sheets' names; the same rows give the same bytes.

    Every sheet is there, with its headings, notes and drop-downs. Raises KeyError for a sheet or heading
    that does not exist, OSError where the system refuses the file.
    """
    unknown = set(rows_by_sheet) - {sheet.name for sheet in work_sheets()}
    if unknown:
        raise KeyError(f"no such sheet in the work-record workbook: {sorted(unknown)}")
    options = {"constant_memory": True, "strings_to_formulas": False}
    with system_errors(), xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": _CREATED, "title": "干部工作纪实采集表"})
        styles = _Styles(book)
        _write_cover(book.add_worksheet(COVER_SHEET), cover, styles)
        lists = _list_ranges()
        for sheet in work_sheets():
            _write_sheet(book.add_worksheet(sheet.name), sheet, rows_by_sheet.get(sheet.name, ()), styles, lists)
        _write_lists(book.add_worksheet(_CODES_SHEET))


class _Styles:
    """The few formats the workbook uses."""

    def __init__(self, book: Workbook) -> None:
        self.heading: Format = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True})
        # Text, so that the spreadsheet does not turn 2024-03 into a day.
        self.text: Format = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.example: Format = book.add_format({"num_format": "@", "italic": True, "font_color": "#7F7F7F"})
        self.title: Format = book.add_format({"bold": True, "font_size": 16})


def _write_cover(page: Worksheet, cover: Cover, styles: _Styles) -> None:
    page.set_column(0, 0, 14)
    page.set_column(1, 1, 100, styles.text)
    page.write_string(0, 0, "干部工作纪实采集表", styles.title)
    for row, (label, field) in enumerate(COVER_LABELS.items(), start=1):
        page.write_string(row, 0, label, styles.heading)
        page.write_string(row, 1, getattr(cover, field) or "", styles.text)
    for row, note in enumerate(_NOTES, start=len(COVER_LABELS) + 2):
        page.write_string(row, 1, note, styles.text)


def _write_sheet(page: Worksheet, sheet: Sheet, rows: Rows, styles: _Styles, lists: Mapping[str, str]) -> None:
    page.freeze_panes(1, 0)
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, 40 if column.kind is Kind.LONG_TEXT else 16, styles.text)
        page.write_string(0, index, column.heading + ("*" if column.required else ""), styles.heading)
        if note := _note(column):
            page.write_comment(0, index, note, {"author": "知事识人"})
        if column.choices:
            page.data_validation(1, index, _LAST_ROW, index, _drop_down(column.choices, lists))
    positions = {heading: index for index, heading in enumerate(sheet.headings)}
    for number, row in enumerate(rows, start=1):
        _write_row(page, number, row, positions, styles)


def _write_row(
    page: Worksheet, number: int, row: Mapping[str, object], positions: Mapping[str, int], styles: _Styles
) -> None:
    cells = sorted((positions[heading], str(value)) for heading, value in row.items() if value is not None)
    style = styles.example if cells and cells[0][1].startswith(EXAMPLE_MARK) else None
    for index, text in cells:
        page.write_string(number, index, text, style)


def _note(column: Column) -> str:
    parts = ["必填。" if column.required else "", column.help, _HINTS.get(column.kind, "")]
    if column.choices and code_list(column.choices).open:
        parts.append("可从列表选，也可照实填写。")
    elif column.choices:
        parts.append("从列表中选：" + "、".join(_shown(column.choices)) + "。")
    return "".join(parts)


def _shown(choices: str) -> list[str]:
    return [each.zh for each in code_list(choices).items]


def _used_lists() -> list[str]:
    return sorted({column.choices for sheet in work_sheets() for column in sheet.columns if column.choices})


def _list_ranges() -> dict[str, str]:
    """Name of a code list -> its cells on the sheet of lists."""
    ranges: dict[str, str] = {}
    for index, name in enumerate(_used_lists()):
        letter = xlsxwriter.utility.xl_col_to_name(index)
        ranges[name] = f"='{_CODES_SHEET}'!${letter}$2:${letter}${len(code_list(name).items) + 1}"
    return ranges


def _drop_down(choices: str, lists: Mapping[str, str]) -> dict[str, object]:
    return {
        "validate": "list",
        "source": lists[choices],
        "error_type": "information" if code_list(choices).open else "stop",
        "error_title": "不在列表中",
        "error_message": "请从下拉列表中选择。",
    }


def _write_lists(page: Worksheet) -> None:
    names = _used_lists()
    longest = max(len(code_list(name).items) for name in names)
    for row in range(longest + 1):
        for index, name in enumerate(names):
            texts = [name, *_shown(name)]
            if row < len(texts):
                page.write_string(row, index, texts[row])
    page.hide()


def _examples() -> Mapping[str, Mapping[str, str]]:
    return load_toml(__package__, "work_records_examples.toml")


def _example(sheet: Sheet) -> Mapping[str, str]:
    """One invented row, marked in its first filled cell."""
    given = _examples().get(sheet.label, {})
    row = {column.heading: text for column in sheet.columns if (text := given.get(column.heading) or _first(column))}
    first = next(iter(row))
    return {**row, first: EXAMPLE_MARK + row[first]}


def _first(column: Column) -> str | None:
    if column.choices and column.required:
        return _shown(column.choices)[0]
    return column.heading if column.required else None
