"""Things with a stretch on the axis put into as few rows as they need without touching."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
Span = tuple[float, float]


def rows_of(spans: Sequence[Span]) -> list[int]:
    """The row of each span, in the order given: the first row that is free from its start on."""
    ends: list[float] = []
    rows = []
    for start, end in spans:
        row = next((number for number, taken in enumerate(ends) if taken <= start + 0.01), len(ends))
        ends[row : row + 1] = [end]
        rows.append(row)
    return rows


def clusters(items: Sequence[T], spans: Sequence[Span]) -> list[list[T]]:
    """Items, sorted by start, in groups of those that hang together by overlapping."""
    groups: list[list[T]] = []
    reached = float("-inf")
    for item, (start, end) in zip(items, spans, strict=True):
        if start >= reached - 0.01:
            groups.append([])
        groups[-1].append(item)
        reached = max(reached, end)
    return groups
