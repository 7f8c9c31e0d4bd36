"""Dates of official forms."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ZhishiError
from ingest.clean.dates import parse_date, truncate


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2019", "2019"),
        ("2019年", "2019"),
        ("201903", "2019-03"),
        ("20190304", "2019-03-04"),
        ("2019.03", "2019-03"),
        ("2019.3", "2019-03"),
        ("2019-03-04", "2019-03-04"),
        ("2019/3/4", "2019-03-04"),
        ("2019.03.04", "2019-03-04"),
        ("1999年5月", "1999-05"),
        ("1999年5月4日", "1999-05-04"),
        ("２０１９．０３", "2019-03"),
        (" 2019. 03 ", "2019-03"),
        ("2019-03-04 00:00:00", "2019-03-04"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_every_spelling_keeps_its_precision(written: str, meant: str) -> None:
    assert parse_date(written) == meant


@pytest.mark.parametrize(
    "written",
    ["", "2o19", "201913", "2019.00", "2019-02-29", "20190431", "2019.03-04", "199", "19991", "1899", "无",
     "2011.09-2-015.07"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_remedy(written: str) -> None:
    with pytest.raises(ZhishiError, match=re.escape(repr(written))) as error:
        parse_date(written)
    assert error.value.remedy.en == "Write it as 2019, 2019-03 or 2019-03-04."


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_iso_dates_come_back(day: date) -> None:
    assert parse_date(str(day)) == str(day)
    assert parse_date(str(day).replace("-", "")) == str(day)


def test_comparing_is_at_the_coarser_precision() -> None:
    assert truncate("2008", "2008-03") == ("2008", "2008")
