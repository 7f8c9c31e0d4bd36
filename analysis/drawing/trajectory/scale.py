"""The axis of time: where a date stands, and which years or months are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.career.model import Career
from analysis.drawing.trajectory.frame import Frame
from graph.model.values import month_index

WHOLE = Frame()
SHORTEST = 12
"""Months before the day that the axis covers at least, so that a career of three months is no wall of one bar."""

_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
"""Years between two that are named."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Months `first` to `last` laid from x = `left` to x = `right`; `now` is the as-of day in months."""

    first: float
    last: float
    now: float
    left: float
    right: float

    @property
    def month(self) -> float:
        """Pixels a month takes."""
        return (self.right - self.left) / (self.last - self.first)

    def x(self, months: float) -> float:
        """Where a moment in months stands; what lies outside the axis stands at its end."""
        return self.left + (min(max(months, self.first), self.last) - self.first) * self.month

    def shows(self, months: float) -> bool:
        """Whether a moment in months lies on the axis."""
        return self.first <= months <= self.last

    def at(self, date: str) -> float:
        """Where a date stands."""
        return self.x(in_months(date))

    def ticks(self) -> Iterator[tuple[float, str, bool]]:
        """Position, name and weight of the ticks: months on a short axis, else years; some have no name."""
        step = 1 if self.month > 46 else 3 if self.month > 16 else 12
        year = 12 * self.month
        named = step if step < 12 else 12 * next((each for each in _YEARS if each * year > 40), _YEARS[-1])
        if step == 12 and year < 3:  # the lines of the years would be one surface
            step = named
        index = -(-int(self.first) // step) * step
        while index <= self.last:
            heavy = index % (60 if step == 12 else 12) == 0
            yield self.x(index), _name(index, step) if index % named == 0 else "", heavy
            index += step


def in_months(date: str) -> float:
    """A date as months since year 0, the day as a part of its month."""
    return month_index(date) + ((int(date[8:]) - 1) / 31 if len(date) == 10 else 0)


def scale_of(career: Career, left: float, right: float, frame: Frame = WHOLE) -> Scale:
    """The axis of a career: from the January or quarter before the first date to a little after the day."""
    return scale_over((career,), left, right, frame)


def scale_over(careers: Sequence[Career], left: float, right: float, frame: Frame = WHOLE) -> Scale:
    """One axis for several careers as of one day; the stretch of the frame where it has one."""
    now = in_months(careers[0].as_of)
    if frame.stretch:
        first, last = (in_months(date) for date in frame.stretch)
        return Scale(first, max(last, first + 1), now, left, right)
    first = min([in_months(date) for career in careers for date in _dates(career)] + [now])
    months = now - first
    start = first // 12 * 12 if months > 36 else min(first, now - SHORTEST) // 3 * 3
    last = max(now, in_months(frame.today)) if frame.today else now
    return Scale(start, last + max(0.8, (last - first) * 0.02), now, left, right)


def _dates(career: Career) -> Iterator[str]:
    for held in career.tenures:
        yield from (date for date in (held.start, held.end) if date)
        yield from (project.start for project in held.projects)
    yield from (each.start for each in career.markers if each.start)
    yield from (f"{each.year:04d}" for each in career.assessments)
    yield from (f"{each.year:04d}" for each in (*career.told, *career.regretted))
    yield from (each.start for each in career.grades if each.start)
    if career.head.work_start and not any(held.start or held.end for held in career.tenures):
        yield career.head.work_start


def _name(index: int, step: int) -> str:
    year, month = divmod(index, 12)
    return f"{year:04d}" if step == 12 or month == 0 else f"{year % 100:02d}-{month + 1:02d}"
