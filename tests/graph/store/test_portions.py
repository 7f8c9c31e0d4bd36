"""Rows in portions: all of them, in order, none too many and none too long for one message."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.store.portions import BATCH, portions


def test_no_rows_are_no_portion() -> None:
    assert list(portions([])) == []


def test_a_portion_ends_with_its_count() -> None:
    assert [len(some) for some in portions(range(2 * BATCH + 1))] == [BATCH, BATCH, 1]


def test_a_portion_ends_with_its_text_and_what_is_too_long_comes_alone() -> None:
    rows = [{"values": {"text": "字" * size}} for size in (1_500_000, 1_500_000, 1_500_000, 9_000_000, 1)]
    assert [len(some) for some in portions(rows)] == [2, 1, 1, 1]


@given(st.lists(st.integers(0, 5_000_000), max_size=40))
def test_nothing_is_lost_or_moved(sizes: list[int]) -> None:
    rows = [(number, "字" * (size // 1000) * 1000) for number, size in enumerate(sizes)]
    assert [row for some in portions(rows) for row in some] == rows
