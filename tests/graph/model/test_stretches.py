"""Half-open intervals that overlap or follow at once are one stretch."""

from __future__ import annotations

import pytest

from graph.model.stretches import latest, stretches

Interval = tuple[str, str | None]


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([], []),
        ([("2012", "2013"), ("2010", "2012")], [2]),
        ([("2010", "2012"), ("2012-01-02", "2013")], [1, 1]),
        ([("2010", "2015"), ("2011", "2012"), ("2014", "2016"), ("2017", None)], [3, 1]),
        ([("2010", None), ("2020", "2021")], [2]),
    ],
)
def test_what_overlaps_or_follows_at_once_is_one_stretch(intervals: list[Interval], expected: list[int]) -> None:
    found = list(stretches(intervals, lambda each: each))
    assert [len(each) for each in found] == expected
    assert {each for some in found for each in some} == set(intervals)


def test_an_open_end_is_the_latest_and_the_first_of_equal_ones_stays_as_it_is_written() -> None:
    assert latest(["2012", None, "2020"]) is None
    assert latest(["2012", "2020-01", "2020"]) == "2020-01"
