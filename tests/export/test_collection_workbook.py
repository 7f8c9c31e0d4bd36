"""The collection workbook refuses what it cannot carry."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from export.collection_workbook import layouts, write_collection_workbook
from graph.errors import InputError


def test_values_are_text_under_their_headings(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    write_collection_workbook(path, {"A15考核": [{"姓名": "甲", "考核年度": "2023"}]}, notes={"填报单位": "某单位"})
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("A15考核").to_python(skip_empty_area=False)
    assert rows[1] == list(layouts()["A15考核"].headings)
    assert rows[2] == ["甲", "", "", "2023"]


def test_unknown_heading_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="年份"):
        write_collection_workbook(tmp_path / "book.xlsx", {"A15考核": [{"年份": "2023"}]}, notes={})


def test_unknown_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="A99"):
        write_collection_workbook(tmp_path / "book.xlsx", {"A99": []}, notes={})


def test_two_thousand_persons_are_too_many(tmp_path: Path) -> None:
    rows = [{"姓名": "甲"}] * 2000
    with pytest.raises(InputError, match="2000 persons"):
        write_collection_workbook(tmp_path / "book.xlsx", {"A01人员": rows}, notes={})
