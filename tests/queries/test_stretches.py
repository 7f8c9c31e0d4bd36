"""Time in common of two people at one unit: one row a stretch, with all posts of both, an open end said as such."""

from __future__ import annotations

from typing import Any

import pytest

from graph.store.answers import Thing
from queries.computed.stretches import COLUMNS, LASTS, compute

TWO = Thing("Cadre", "cad_b", {"name": "荀二"}, "1")
UNIT = Thing("Unit", "uni_a", {"name": "甲局"}, "2")


def row(start: str, end: str | None, own: str, theirs: str) -> dict[str, Any]:
    things = {
        name: Thing("Tenure", ident, {"start": start}, ident) for name, ident in (("own", own), ("theirs", theirs))
    }
    return {"colleague": TWO, "unit": UNIT, "start": start, "end": end, **things}


def told(*rows: dict[str, Any], months_over: int = 0) -> list[dict[str, Any]]:
    found = compute(rows, {"as_of": "2024-03-01", "months_over": months_over})
    return [dict(zip(COLUMNS, each, strict=True)) for each in found]


def test_several_posts_in_one_stretch_are_one_row() -> None:
    (one,) = told(
        row("2012-03", "2016-03", "a1", "b1"),
        row("2012-03", "2014-03", "a2", "b1"),
        row("2013-01", "2016-03", "a1", "b2"),
    )
    assert (one["start"], one["end"], one["months"]) == ("2012-03", "2016-03", 48)
    assert [[each.id for each in one[name]] for name in ("own_posts", "colleague_posts")] == [
        ["a1", "a2"],
        ["b1", "b2"],
    ]


def test_what_follows_at_once_goes_on_and_a_gap_parts() -> None:
    rows = (
        row("2010-01", "2012-01", "a1", "b1"),
        row("2012-01", "2013-01", "a2", "b1"),
        row("2015-01", None, "a3", "b2"),
    )
    assert [(each["start"], each["end"], each["months"]) for each in told(*rows)] == [
        ("2010-01", "2013-01", 36),
        ("2015-01", LASTS, 110),
    ]


@pytest.mark.parametrize(("months_over", "count"), [(0, 2), (36, 2), (37, 1), (111, 0)])
def test_short_stretches_are_left_out(months_over: int, count: int) -> None:
    rows = row("2010-01", "2013-01", "a1", "b1"), row("2015-01", None, "a3", "b2")
    assert len(told(*rows, months_over=months_over)) == count


def test_no_rows_are_no_stretches() -> None:
    assert told() == []
