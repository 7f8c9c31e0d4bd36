"""What of a career touches a stretch of time."""

from __future__ import annotations

import pytest

from analysis.career import build_career
from analysis.career.stretch import Interval, within
from tests.analysis.career.example import TODAY, example


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        ("2010", "2012", True),
        ("2008", "2010", False),
        ("2008", "2010-02", True),
        ("2015", None, False),
        ("2014-12", None, True),
        (None, "2010", False),
        (None, None, True),
        ("2010", "2010", True),
        ("2009", "2009", False),
        ("2014-12-31", "2014-12-31", True),
        ("2015-01-01", "2015-01-01", False),
    ],
)
def test_an_interval_is_half_open_and_a_moment_lasts_as_long_as_it_is_inexact(
    start: str | None, end: str | None, touches: bool
) -> None:
    assert Interval("2010", "2015").touches(start, end) is touches


def test_a_cut_career_keeps_what_touches_the_stretch_and_no_more() -> None:
    whole = build_career(example(), today=TODAY)
    cut = within(whole, "2019", "2021")
    assert cut.head == whole.head
    assert 0 < len(cut.tenures) < len(whole.tenures)
    assert {each.year for each in cut.assessments} <= {2019, 2020}
    for held in cut.tenures:
        assert held.components is None
        assert all(each.start < "2021" for each in held.projects)


def test_the_whole_stretch_keeps_every_post() -> None:
    whole = build_career(example(), today=TODAY)
    cut = within(whole, "1900", "2100")
    assert [each.id for each in cut.tenures] == [each.id for each in whole.tenures]
    assert (cut.markers, cut.assessments, cut.gaps) == (whole.markers, whole.assessments, whole.gaps)
