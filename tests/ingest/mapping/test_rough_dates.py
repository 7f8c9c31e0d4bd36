"""Dates that are told roughly are taken with a finding; days that stand for none are none; one order is no doubt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.mapping.tables import PERSON, of, read_table, told

TENURE = PERSON + "[[record]]\ntype='Tenure'\nvalues={title={constant='x'},NAME=VALUE}\n"


def value(folder: Path, text: str, name: str, spec: str = "'d'") -> tuple[object, object, list[tuple[str, str]]]:
    """The value, the status of the end, and the findings with their severity."""
    mapping = TENURE.replace("NAME", name).replace("VALUE", spec)
    read = read_table(folder, f"name\td\nAnn\t{text}\n", mapping, name="t.tsv")
    (tenure,) = of(read, "Tenure")
    found: list[tuple[str, str]] = [
        (each.code, each.severity) for each in read.document.findings if each.code != "read-as"
    ]
    return tenure.get(name), tenure["end_status"], found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/12/2001", "2001-12-31"),
        ("12/31/2001", "2001-12-31"),
        ("13-1-2001", "2001-01-13"),
        ("5/5/2001", "2001-05-05"),
        ("Mon, 03 Feb 2020", "2020-02-03"),
        ("May, 2020", "2020-05"),
        ("2020년 8월", "2020-08"),
        ("2020년8월5일", "2020-08-05"),
        ("since 2018", "2018"),
        ("seit Mai 2018", "2018-05"),
        ("2018 –", "2018"),
    ],
)
def test_what_means_one_day_only(tmp_path: Path, text: str, day: str) -> None:
    assert value(tmp_path, text, "start") == (day, "unknown", [])


@pytest.mark.parametrize("text", ["03/04/2001", "31/12/01", "29/02/2019", "31/13/2001", "until 2018", "1979-1983"])
def test_what_means_several_or_none_is_refused(tmp_path: Path, text: str) -> None:
    assert value(tmp_path, text, "start") == (None, "unknown", [("bad-date", "warning")])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *((f"{word} 1950", "1950") for word in ("c.", "ca.", "circa", "um", "vers", "hacia", "около", "about", "~")),
        ("1950?", "1950"),
        ("[1950?]", "1950"),
        ("约1950年", "1950"),
        ("1950年左右", "1950"),
        ("Ende 2018", "2018"),
        ("Anfang Mai 2018", "2018-05"),
        ("début 2020", "2020"),
        ("fin de 2020", "2020"),
        ("early 2018", "2018"),
        ("mid-2018", "2018"),
        ("Spring 2019", "2019"),
        ("2018年底", "2018"),
        ("2018年上半年", "2018"),
    ],
)
def test_what_is_told_roughly_is_taken_and_told(tmp_path: Path, text: str, day: str) -> None:
    assert value(tmp_path, text, "start") == (day, "unknown", [("rough-date", "info")])


def test_a_finding_of_a_rough_date_says_what_to_do(tmp_path: Path) -> None:
    mapping = TENURE.replace("NAME", "start").replace("VALUE", "'d'")
    read = read_table(tmp_path, "name,d\nAnn,Ende 2018\n", mapping)
    assert told(read) == [("rough-date", "Ende 2018", 2, "d")]
    assert "table = {" in str(read.document.findings[-1].reason)


@pytest.mark.parametrize("text", ["9999-12-31", "31/12/9999", "9999-12-31T00:00:00Z", "99991231"])
def test_a_day_that_never_comes_is_an_open_end(tmp_path: Path, text: str) -> None:
    assert value(tmp_path, text, "end") == (None, "current", [])
    assert value(tmp_path, text, "end", "{column='d',date='dd/mm/yyyy'}") == (None, "current", [])
    assert value(tmp_path, text, "start") == (None, "unknown", [])


@pytest.mark.parametrize("text", ["0000-00-00", "00/00/0000", "00.00.0000", "0001-01-01", "01/01/0001"])
def test_a_day_of_noughts_says_nothing(tmp_path: Path, text: str) -> None:
    assert value(tmp_path, text, "start") == (None, "unknown", [])
    assert value(tmp_path, text, "end") == (None, "unknown", [])


@pytest.mark.parametrize(("text", "day"), [("1900-01-01", "1900-01-01"), ("31/12/1899", "1899-12-31")])
def test_a_day_that_programs_write_is_asked_about(tmp_path: Path, text: str, day: str) -> None:
    assert value(tmp_path, text, "start") == (None, "unknown", [("placeholder-date", "warning")])
    assert value(tmp_path, text, "start", f"{{column='d',keep=['{text}']}}") == (day, "unknown", [])
    assert value(tmp_path, text, "start", "{column='d',keep=true}") == (day, "unknown", [])


def test_the_year_of_a_rough_date_is_a_number(tmp_path: Path) -> None:
    mapping = (
        PERSON + "[[record]]\ntype='Assessment'\nvalues={year='d',kind={constant='年度考核'},grade={constant='优秀'}}\n"
    )
    read = read_table(tmp_path, "name,d\nAnn,2018年度\n", mapping)
    assert [each["year"] for each in of(read, "Assessment")] == [2018]


@pytest.mark.parametrize(
    ("form", "text", "day"), [("dd/mm/yyyy", "3/4/2019", "2019-04-03"), ("mm-dd-yyyy", "3-14-2019", "2019-03-14")]
)
def test_a_form_of_days_reads_numbers_without_their_nought(tmp_path: Path, form: str, text: str, day: str) -> None:
    assert value(tmp_path, text, "start", f"{{column='d',date='{form}'}}") == (day, "unknown", [])


def test_a_form_without_marks_or_days_is_kept_to(tmp_path: Path) -> None:
    for form, text in (("ddmmyyyy", "3042019"), ("yyyy.mm", "1969.1")):
        assert value(tmp_path, text, "start", f"{{column='d',date='{form}'}}")[2] == [("bad-date", "warning")]
