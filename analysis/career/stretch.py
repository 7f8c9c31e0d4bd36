"""A career as far as it touches one stretch of time: what the drawing zooms in on, and the events told under it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from analysis.career.model import Career, CarriedProject, Held, Judged, Told
from graph.model.values import add_months, first_day

T = TypeVar("T", Judged, Told)


def within(career: Career, start: str, end: str) -> Career:
    """What of a career touches [start, end), two partial dates; the head and the findings stay as they are.

    A post of which only the start is known counts as held until the next one begins. What is summed up for a whole
    post is left out (`components` is None), since it would not be of this stretch.
    """
    stretch = Interval(start, end)
    tenures = career.tenures
    kept = [held for number, held in enumerate(tenures) if stretch.touches(held.start, _end(tenures, number))]
    return replace(
        career,
        tenures=tuple(_cut(held, stretch) for held in kept),
        staircase=tuple(each for each in career.staircase if stretch.touches(each.start, each.end)),
        grades=tuple(each for each in career.grades if stretch.touches(each.start, each.end)),
        segments=tuple(each for each in career.segments if stretch.touches(each.start, each.end)),
        assessments=stretch.years(career.assessments),
        team_assessments=stretch.years(career.team_assessments),
        told=stretch.years(career.told),
        regretted=stretch.years(career.regretted),
        unplaced_projects=stretch.projects(career.unplaced_projects),
        markers=tuple(
            each
            for each in career.markers
            if stretch.touches(each.start, each.start if each.moment else each.latest_end or each.end)
        ),
        gaps=tuple(each for each in career.gaps if stretch.touches(each.start, each.end)),
        overlaps=tuple(each for each in career.overlaps if stretch.touches(each.start, each.end)),
        stages=tuple(each for each in career.stages if stretch.touches(each.start, each.end)),
    )


class Interval:
    """Half-open [start, end) between the first days that two partial dates may mean."""

    def __init__(self, start: str, end: str) -> None:
        self._start, self._end = first_day(start), first_day(end)

    def touches(self, start: str | None, end: str | None) -> bool:
        """Whether something that lasts from `start` to `end` (None: no bound is known) has a day in it.

        A moment, with `end` equal to `start`, lasts as long as its date is inexact.
        """
        if start is not None and end == start:
            end = _after(start)
        began = start is None or first_day(start) < self._end
        return began and (end is None or first_day(end) > self._start)

    def years(self, found: tuple[T, ...]) -> tuple[T, ...]:
        """Those whose year has a day in it."""
        return tuple(each for each in found if self.touches(f"{each.year:04d}", f"{each.year + 1:04d}"))

    def projects(self, found: tuple[CarriedProject, ...]) -> tuple[CarriedProject, ...]:
        """Those that run in it."""
        return tuple(each for each in found if self.touches(each.start, each.end))


def _cut(held: Held, stretch: Interval) -> Held:
    return replace(
        held,
        projects=stretch.projects(held.projects),
        assessments=stretch.years(held.assessments),
        team_assessments=stretch.years(held.team_assessments),
        components=None,
    )


def _end(tenures: tuple[Held, ...], number: int) -> str | None:
    held = tenures[number]
    if held.end or held.status == "current" or held.start is None:
        return held.end
    later = (each.start for each in tenures[number + 1 :] if each.start and each.start > str(held.start))
    return next(later, None)


def _after(date: str) -> str:
    """The first moment after a date as exact as it is."""
    return add_months(date, 12 if len(date) == 4 else 1) if len(date) < 10 else f"{date}~"
