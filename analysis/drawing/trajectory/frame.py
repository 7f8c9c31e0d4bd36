"""What of a trajectory is drawn: a stretch of time, some of the lanes, today beside the as-of day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """The stretch [start, end) as partial dates, both or neither; lanes by name, None for all; `today` as a day.

    Where today is later than the as-of day the axis of a whole trajectory reaches to it.
    """

    start: str | None = None
    end: str | None = None
    lanes: frozenset[str] | None = None
    today: str | None = None

    @property
    def stretch(self) -> tuple[str, str] | None:
        """The stretch; None for the whole trajectory."""
        return (self.start, self.end) if self.start and self.end else None

    def shows(self, lane: str) -> bool:
        """Whether a lane is drawn."""
        return self.lanes is None or lane in self.lanes
