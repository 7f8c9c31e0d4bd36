"""The date forms a first mapping proposes for the texts of a column, and what a form reads."""

from __future__ import annotations

import pytest

from ingest.clean.values import ValueProblem
from ingest.mapping.dates import check_form, date_reader
from ingest.mapping.guessed_values import date_forms


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1976-06", "1982.1"], []),
        (["76.06", "82.11"], ["yy.mm", "yy.mm.dd"]),
        (["76.06", "82.1", "1969.08"], ["yy.m", "yyyy.m"]),
        (["27912", "30001"], ["excel"]),
        (["27912", "1980.11"], ["excel"]),
        (["31/12/2005"], ["dd/mm/yyyy"]),
        (["1-2-1970", "31-12-1980"], ["dd-mm-yyyy"]),
        (["1999-01-02", "2023-13-01", "2001-02-03"], []),
        (["31/01/1999", "30/02/1999", "15/03/1999"], ["dd/mm/yyyy"]),
        (["1556668800", "1500000000"], ["unix"]),
        (["1556668800000"], ["unix_ms"]),
        (["soon", "later", "1999"], None),
    ],
)
def test_months_of_two_digit_years_are_no_days_of_a_workbook(texts: list[str], expected: list[str] | None) -> None:
    assert date_forms(texts, "2024-03-01") == expected


@pytest.mark.parametrize(
    ("form", "text", "day"),
    [
        ("mm/dd/yyyy", "05/2020", "2020-05"),
        ("mmm d, yyyy", "May 2020", "2020-05"),
        ("dd.mm.yy", "1961", "1961"),
        ("dd.mm.yy", "03.61", "1961-03"),
        ("yyyy年m月d日", "1961年5月", "1961-05"),
        ("yyyy年m月d日", "1961年", "1961"),
        ("d 'de' mmm 'de' yyyy", "mayo de 2000", "2000-05"),
        ("d mmm yyyy 'г.'", "май 1999 г.", "1999-05"),
        ("d mmm yyyy 'г.'", "1999 г.", "1999"),
        ("%-d/%-m/%Y", "1/2/1999", "1999-02-01"),
        ("%d.%m.%Y %H:%M", "14.03.1961 12:30", "1961-03-14"),
        ("%Y-%m-%dT%H:%M:%S%z", "2000-01-01T00:00:00+0100", "2000-01-01"),
        ("mm/dd/yyyy hh:mm AM/PM", "03/14/1961 12:00 AM", "1961-03-14"),
    ],
)
def test_a_form_reads_what_is_coarser_and_needs_no_time_of_day(form: str, text: str, day: str) -> None:
    check_form(form)
    assert date_reader((form,), pivot=1930)(text) == day


@pytest.mark.parametrize("form", ["%H:%M", "%j.%Y", "dd.mm", "XX.MM.ZZZZ", "y-m-d", "yyy", "dd/mm/yyyy x", "%Q %Y"])
def test_a_form_that_could_never_be_met_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match=r"form|yyyy"):
        check_form(form)


@pytest.mark.parametrize("form", ["dd-mm-yyyy", "mm/dd/yyyy", "dd.mm.yy", "excel", "d mmm yyyy"])
def test_a_date_of_a_workbook_is_read_beside_any_form(form: str) -> None:
    assert date_reader([form], pivot=1930)("1992-09-03") == "1992-09-03"


@pytest.mark.parametrize(("forms", "add_years"), [(["buddhist"], 0), (["jalali"], 0), (["yyyy/mm/dd"], -543)])
def test_the_same_is_no_date_of_ours_in_a_table_of_another_calendar(forms: list[str], add_years: int) -> None:
    try:
        assert date_reader(forms, pivot=1930, add_years=add_years)("2563-09-03") != "2563-09-03"
    except ValueProblem:
        return
