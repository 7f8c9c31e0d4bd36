"""When things were: the half-open interval or the day that their properties say."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.career.day import Day
from graph.model.records import record_types
from graph.model.values import is_partial_date
from queries.parts import Node


@dataclass(frozen=True, slots=True)
class Span:
    """From and to, each as exact as its source, empty where open or unknown; both empty for what has no time."""

    since: str = ""
    until: str = ""

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.since == self.until and len(self.since) == len("2016-03-15")

    def meets(self, asked: Span) -> bool:
        """Whether it lies in part within the span that is asked for; what has no time lies in every one.

        On one day an interval must have begun and not ended, a partial date counting as its first day.
        """
        if not (self.since or self.until):
            return True
        if asked.is_day and self.since != self.until:
            day = Day(asked.since)
            return day.began(self.since or None) and not day.ended(self.until or None)
        begins = not asked.until or not self.since or self.since[: len(asked.until)] <= asked.until
        return begins and (not asked.since or not self.until or self.until >= asked.since[: len(self.until)])


def span_of(thing: Node) -> Span:
    """The interval of a record that has one, else its day as both ends; none where it says neither."""
    told = thing.properties
    start, end = _date(told.get("start")), _date(told.get("end"))
    if start or end:
        return Span(start, end)
    declared = record_types()[thing.label].TYPE
    day = _date(told.get(declared.date)) if declared.date else ""
    return Span(day, day)


def year_of(thing: Node) -> float | None:
    """When it began, in years: `2016-07` is 2016.5; None where nothing says."""
    day = span_of(thing).since or span_of(thing).until
    if not day:
        return None
    return int(day[:4]) + (int(day[5:7]) - 1) / 12 if len(day) >= 7 else float(day[:4])


def _date(value: object) -> str:
    text = str(value or "")
    return text if is_partial_date(text) else ""
