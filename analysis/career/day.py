"""A day in the world, and what had begun and ended by then."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.days import day_asked
from graph.model.values import first_day, months_between


@dataclass(frozen=True, slots=True)
class Day:
    """A day as `YYYY-MM-DD`. A partial date in a record counts as its first day."""

    text: str

    def began(self, start: str | None) -> bool:
        """Whether something with this start had begun; an unknown start does not say that it had not."""
        return start is None or first_day(start) <= self.text

    def ended(self, end: str | None) -> bool:
        """Whether something with this end, which is exclusive, was over."""
        return end is not None and first_day(end) <= self.text

    def state(self, end: str | None, status: str | None) -> tuple[str | None, str]:
        """End and status (current, ended, unknown) as of the day: what ended later is current."""
        if end is not None:
            return (end, "ended") if self.ended(end) else (None, "current")
        return None, status or "unknown"

    def months(self, start: str | None, end: str | None, status: str) -> int | None:
        """Months from start to end, or to the day where current; None where either is unknown."""
        if start is None or (end is None and status != "current"):
            return None
        return months_between(start, end or self.text)


def as_day(text: str) -> Day:
    """The day a date names, a partial date being its first day; raises UsageError for anything else."""
    return Day(day_asked(text))
