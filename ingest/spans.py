"""Equal facts over time.

Intervals of one document that touch are one; intervals of several documents that overlap mean the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.values import first_day, month_index

_NEVER: Final = "9999-12-31"
_ALWAYS: Final = "0000-01-01"
SLACK: Final = 2
"""Months by which two documents may differ on a start and still mean the same tenure."""


@dataclass(slots=True)
class Span:
    """A stretch [start, end) that some statements of one document tell of; None is open or unknown."""

    start: str | None
    end: str | None
    members: list[int]

    def meets(self, other: Span) -> bool:
        """Whether the two overlap or touch."""
        return self._first() <= other._last() and other._first() <= self._last()

    def overlaps(self, other: Span) -> bool:
        """Whether they share time, or begin within two months of each other."""
        shared = self._first() < other._last() and other._first() < self._last()
        return shared or self.starts_with(other)

    def starts_with(self, other: Span) -> bool:
        """Whether the two begin within two months of each other."""
        if self.start is None or other.start is None:
            return False
        return abs(month_index(self.start) - month_index(other.start)) <= SLACK

    def _first(self) -> str:
        return first_day(self.start) if self.start else _ALWAYS

    def _last(self) -> str:
        return first_day(self.end) if self.end else _NEVER


def join_touching(spans: Sequence[Span]) -> list[Span]:
    """The spans of one document, those that touch made one; in the order of their starts."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start or _ALWAYS, each.end or _NEVER)):
        if joined and joined[-1].meets(span):
            last = joined[-1]
            last.end = None if last.end is None or span.end is None else max(last.end, span.end)
            last.members += span.members
        else:
            joined.append(Span(span.start, span.end, list(span.members)))
    return joined


def begun_together(spans: Sequence[Span]) -> list[Span]:
    """The spans that several records of one document tell, such as the rows of a table: equal starts are one thing.

    Those that only touch stay apart, for each row is a term of its own.
    """
    by_start: dict[str | None, Span] = {}
    for span in spans:
        first = by_start.setdefault(span.start, span)
        if first is not span:
            first.end = None if first.end is None or span.end is None else max(first.end, span.end)
            first.members += span.members
    return list(by_start.values())


def group_overlapping(documents: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """Spans of several documents grouped into what they mean: two spans of one document are never the same thing."""
    groups: list[list[Span]] = [[span] for span in documents[0]] if documents else []
    for spans in documents[1:]:
        taken: set[int] = set()
        for span in spans:
            fit = next(
                (n for n, group in enumerate(groups) if n not in taken and any(span.overlaps(one) for one in group)),
                None,
            )
            if fit is None:
                groups.append([span])
                fit = len(groups) - 1
            else:
                groups[fit].append(span)
            taken.add(fit)
    return groups
