"""Rosters and the collection workbook from the graph: right cells, texts that stay texts, heads of two lines."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from export.collection_rows import collection_rows
from export.collection_workbook import write_collection_workbook
from export.marking import Marking, safe_name
from export.roster_xlsx import render_roster
from export.rosters import roster_of_cadres, roster_of_units
from graph.model.records.award import Award
from graph.model.records.education import Education
from graph.model.records.family_member import FamilyMember
from graph.model.records.rank_record import RankRecord
from graph.model.records.tenure import Tenure
from graph.model.records.unit import Unit
from tests.builders import CADRE_ID, cadre, dossier, made

MARKING = Marking("2026-11-28", "图库: 青屿区", "内部资料")
FORMULA = "=cmd|' /C calc'!A0"
ROW: dict[str, Any] = {
    "properties": {
        "name": FORMULA, "sex": "女", "ethnicity": "汉族", "birth_month": "1976-06", "party_join": "1999-07",
        "current_post_text": "青屿区委常委", "proposed_post_text": "@SUM(A1)", "native_place": "注" * 10_000,
    },
    "posts": [{"unit": "青屿区委", "title": "常委", "rank": None, "start": "2016-11", "concurrent": False}],
    "education": [
        {"mode": "全日制", "level": "大专", "degree": None, "school": "甲学院", "major": "会计"},
        {"mode": "全日制", "level": "大学", "degree": "工学学士", "school": "甲大学", "major": "土木工程"},
        {"mode": "在职", "level": None, "degree": "公共管理硕士", "school": "丙大学", "major": None},
    ],
}  # fmt: skip


def sheet_of(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def test_a_roster_of_cadres() -> None:
    content = render_roster(roster_of_cadres("cadres", {"a": ROW}, ["a", "gone"]), MARKING)
    sheet = sheet_of(content)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert (rows[0][0], rows[1][0]) == ("干部名册", MARKING.line())
    assert rows[3][6:10] == ["全日制教育", None, "在职教育", None]
    assert rows[4][6:10] == ["学历学位", "毕业院校及专业", "学历学位", "毕业院校及专业"]
    assert rows[5][:4] == [1, FORMULA, "青屿区委常委", "女"]
    assert rows[5][6:14] == [
        "大学工学学士", "甲大学土木工程", "公共管理硕士", "丙大学", "1976.06", None, "1999.07", "2016.11",
    ]  # fmt: skip
    assert len(rows) == 6
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
        assert MARKING.marking in parts.read("xl/worksheets/sheet1.xml").decode()


def test_the_list_for_discussion_has_short_dates() -> None:
    rows = list(sheet_of(render_roster(roster_of_cadres("appointments", {"a": ROW}, ["a"]), MARKING)).values)
    assert rows[5][:7] == (1, FORMULA, "青屿区委常委", "拟任@SUM(A1)", "女", "76.06", "大学")
    assert len(rows[5][7]) == 10_000


def test_headcount_and_leading_posts_of_units() -> None:
    holders = [
        {"cadre": "a", "category": "公务员", "member": "正职", "concurrent": False},
        {"cadre": "a", "category": "公务员", "member": "副职", "concurrent": True},
        {"cadre": "b", "category": "公务员", "member": "副职", "concurrent": False},
        {"cadre": "c", "category": None, "member": None, "concurrent": False},
    ]
    unit = {"properties": {"name": "甲局", "admin_quota": 1, "chief_quota": 1, "deputy_quota": 3}, "holders": holders}
    assert roster_of_units("headcount", [unit]).rows == (
        (1, "甲局", 1, 2, 1, "", "", 0, "", "", "", 0, "", "", "", 0, "", "", "", 0, "", "", 1),
    )
    assert roster_of_units("leaders", [unit]).rows == ((1, "甲局", 4, 2, "", 2, 1, 1, "", "", 3, 1, "", 2, 1),)


def test_the_collection_workbook_is_filled_from_facts(tmp_path: Path) -> None:
    person = cadre(name=FORMULA, sex="女", work_start="2002-08", grassroots_experience=True, entry_source="选调")
    told = dossier(
        made(Tenure, unit_name="甲局", title="局长", start="2012-11", end_status="current", kind="post"),
        made(RankRecord, kind="职级", rank="四级调研员", start="2019-06"),
        made(Education, mode="全日制", level="大学", school="甲大学", end="2002-07"),
        made(Award, name="嘉奖", date="2014-02", authority="甲市委"),
        made(FamilyMember, appellation="女儿", birth="2015", minor=True),
        person=person,
    )
    rows = collection_rows([told], [made(Unit, name="甲局", admin_quota=12)], {CADRE_ID: "11010519491231002X"})
    assert rows["A02职务"][0]["任职状态"] == "在任"
    assert rows["A36家庭及社会关系"][0].keys() == {"姓名", "身份证号", "称谓", "出生日期"}
    assert rows["A99Z1补充"][0] | {"是否考录": "否", "是否选调生": "是"} == rows["A99Z1补充"][0]
    path = tmp_path / "表.xlsx"
    write_collection_workbook(path, rows, notes={"密级/限定": "内部"})
    book = openpyxl.load_workbook(path)
    heads, cells = (list(row) for row in book["A01人员"].iter_rows(min_row=2, max_row=3, values_only=True))
    row = dict(zip(heads, cells, strict=True))
    assert (row["姓名"], row["身份证号"], row["参加工作时间"]) == (FORMULA, "11010519491231002X", "200208")
    assert (row["是否具有两年以上基层工作经历"], row["奖惩综述"]) == ("是", "2014.02，经甲市委批准，嘉奖。")
    assert row["简历"] == "2012.11--         甲局局长"
    assert book["B01单位"]["I3"].value == "12"
    assert book["填报说明"]["B2"].value == "内部"


def test_no_number_comes_out_that_was_not_supplied() -> None:
    rows = collection_rows([dossier()], [], {})
    assert rows["A01人员"][0]["身份证号"] == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("林测试", "林测试.docx"),
        ("../../etc/passwd", "etc_passwd.docx"),
        ("=cmd|' /C calc'!A0", "cmd_'_C_calc'!A0.docx"),
        ("CON", "导出_CON.docx"),
        ("\u202e\n\x00", "导出.docx"),
        ("名" * 300, f"{'名' * 40}.docx"),
        ("👩‍👧 𠮷", "👩👧_𠮷.docx"),
        ("林.", "林.docx"),
    ],
)
def test_a_name_is_a_safe_file_name(text: str, name: str) -> None:
    assert safe_name(text, ".docx") == name
