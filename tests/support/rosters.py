"""Rosters and tables of headcounts about invented people and units, as workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]

HEADS = (
    "序号 姓名 现任职务 性别 民族 籍贯 全日制教育 - 在职教育 - "
    "出生年月 参加工作时间 入党时间 任现职时间 任现职级时间 备注"
)
FIRST = (
    "1|林测试|云垛县财政局党组书记、局长|男|汉族|泽南云垛|大学 经济学学士|甲大学财政学专业|研究生|省委党校经济管理专业"
)
SECOND = "2|周示例|云垛县财政局副局长，县国资办主任|女|汉族|泽南霁州|大学|乙大学会计学专业|-|-"
ROSTER: Rows = [
    ["云垛县县直单位干部名册"],
    ["填报单位：云垛县委组织部", None, None, None, None, None, None, None, "截至2024年3月31日"],
    [None if each == "-" else each for each in HEADS.split()],
    [None, None, None, None, None, None, "学历", "毕业院校及专业", "学历", "毕业院校及专业"],
    ["一、县财政局"],
    [*FIRST.split("|"), "76.06", "98.08", "05.03", "2018.03", "2019.06", "身份证在人事科"],
    [*SECOND.replace("-", "").split("|"), 84.1, "2006.07", "", "21.05", None, None],
    [None, "合计", 2],
]
HEADCOUNTS: Rows = [
    ["编制与人员配备表"],
    ["序号", "单位", "编制数", None, "实有", None],
    [None, None, "行政", "工勤", "行政", "工勤"],
    [1, "云垛县财政局", 40, 2, 38, 1],
    [2, "云垛县民政局", 22, 1, 23, 1],
]


def workbook(path: Path, rows: Rows, *, sheet: str = "Sheet1", merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for cells in merged:
        page.merge_cells(cells)
    book.save(path)
    return path
