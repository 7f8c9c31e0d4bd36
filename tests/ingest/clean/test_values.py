"""One text becomes one value of the model, or a reason why not."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from graph.model.records import record_types
from ingest.clean.numbers import Mark, number_in
from ingest.clean.values import Cell, ValueProblem, cell_text, reader, tidy

TODAY = "2026-06-30"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("文字", "文字"),
        (2023.0, "2023"),
        (92.5, "92.5"),
        (True, "是"),
        (date(2024, 3, 1), "2024-03-01"),
        (datetime(2024, 3, 1), "2024-03-01"),  # noqa: DTZ001 - a cell has no time zone
        (datetime(2024, 3, 1, 8, 30), "2024-03-01 08:30:00"),  # noqa: DTZ001
        (time(8, 30), "08:30:00"),
    ],
)
def test_cells_as_one_would_write_them(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    ("text", "value"), [(" 林 ", "林"), ("（无）", None), ("\u200b\u3000", None), ("甲&1amp;乙", "甲&乙")]
)
def test_tidy(text: str, value: str | None) -> None:
    assert tidy(text) == value


def value(label: str, name: str, text: str) -> object:
    return reader(record_types()[label].TYPE.properties[name], TODAY)(text)


@pytest.mark.parametrize(
    ("label", "name", "text", "expected"),
    [
        ("Cadre", "birth_month", "197908", "1979-08"),
        ("Cadre", "retirement_month", "203908", "2039-08"),
        ("Cadre", "sex", "男性", "男"),
        ("Cadre", "grassroots_experience", "有", True),
        ("Cadre", "grade", "一级警长", "一级警长"),
        ("WorkProject", "year", "2023年度", 2023),
        ("WorkProject", "weight", "1,200.5", 1200.5),
        ("WorkProject", "deadline", "2031-12", "2031-12"),
        ("Training", "end", "2031-12", "2031-12"),
        ("Training", "hours", "40", 40),
        ("Training", "hours", "40学时", 40),
        ("WorkProject", "weight", "1,200 分", 1200),
        ("Tenure", "end_status", "已免", "ended"),
    ],
)
def test_values(label: str, name: str, text: str, expected: object) -> None:
    assert value(label, name, text) == expected


@pytest.mark.parametrize(
    ("label", "name", "text", "code"),
    [
        ("Cadre", "birth_month", "1979.13", "bad-date"),
        ("Cadre", "birth_month", "七九年", "bad-date"),
        ("Cadre", "work_start", "2026-07", "future-date"),
        ("Assessment", "year", "2027", "future-date"),
        ("Education", "end", "2027-07", "future-date"),
        ("Punishment", "lifted_on", "2027-07", "future-date"),
        ("Assessment", "year", "23", "bad-year"),
        ("Training", "hours", "40.5", "bad-number"),
        ("WorkProject", "weight", "nan", "bad-number"),
        ("WorkProject", "weight", "3万", "bad-number"),
        ("Cadre", "grassroots_experience", "也许", "bad-yes-no"),
        ("ProjectEvaluation", "grade", "优秀", "not-in-list"),
    ],
)
def test_refusals_quote_the_value_and_say_what_to_write(label: str, name: str, text: str, code: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        value(label, name, text)
    assert caught.value.code == code
    reason = caught.value.reason
    assert text in reason.zh
    assert text in reason.en
    assert "请" in reason.zh


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("3,03", None, 3.03),
        ("87,5", None, 87.5),
        ("87,5分", None, 87.5),
        ("0,875", None, 0.875),
        ("12.345,67", None, 12345.67),
        ("12.345,00", None, 12345.0),
        ("1 234,5", None, 1234.5),
        ("1\u202f234,5", None, 1234.5),
        ("1\u00a0234", None, 1234.0),
        ("1'234.5", None, 1234.5),
        ("1,234", None, 1234.0),
        ("1，234人", None, 1234.0),
        ("12,345,678", None, 12345678.0),
        ("1,23,456", None, 123456.0),
        ("1.234.567", None, 1234567.0),
        ("1,234,567.8", None, 1234567.8),
        ("1.234", None, 1.234),
        ("-.5", None, -0.5),
        ("1e3", None, 1000.0),
        ("1,234", ",", 1.234),
        ("1.234", ",", 1234.0),
        ("3.5", ",", None),
        ("3,5", ".", None),
        ("87，5", None, None),
        ("1,2,3", None, None),
        ("1.2.3", None, None),
        ("1 2", None, None),
        ("0 123", None, None),
        ("nan", None, None),
        ("1_000", None, None),
        ("1e999", None, None),
        ("4,5 %", None, None),
        (",", None, None),
    ],
)
def test_a_mark_changes_no_number_silently(text: str, decimal: Mark | None, number: float | None) -> None:
    assert number_in(text, decimal) == number
