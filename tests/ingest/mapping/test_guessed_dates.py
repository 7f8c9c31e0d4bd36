"""The date forms a first mapping proposes for the texts of a column."""

from __future__ import annotations

import pytest

from ingest.mapping.guess import date_forms


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1976-06", "1982.1"], []),
        (["76.06", "82.11"], ["yy.mm", "yy.mm.dd"]),
        (["76.06", "82.1", "1969.08"], ["yy.m", "yyyy.m"]),
        (["27912", "30001"], ["excel"]),
        (["27912", "1980.11"], ["excel"]),
        (["31/12/2005"], ["dd/mm/yyyy"]),
        (["1-2-1970", "31-12-1980"], ["d-m-yyyy"]),
        (["1999-01-02", "2023-13-01", "2001-02-03"], []),
        (["31/01/1999", "30/02/1999", "15/03/1999"], ["dd/mm/yyyy"]),
        (["1556668800", "1500000000"], ["unix"]),
        (["1556668800000"], ["unix_ms"]),
        (["soon", "later", "1999"], None),
    ],
)
def test_months_of_two_digit_years_are_no_days_of_a_workbook(texts: list[str], expected: list[str] | None) -> None:
    assert date_forms(texts, "2024-03-01") == expected
