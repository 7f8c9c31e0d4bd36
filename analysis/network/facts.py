"""The rows that ties between people are found in: who held what, who studied where, who answered for which work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holding:
    """One tenure: the interval is half-open, an end of None is open while `status` is `current`, else not known."""

    id: str
    cadre: str
    name: str
    unit: str | None = None
    unit_name: str | None = None
    post: str | None = None
    title: str | None = None
    start: str | None = None
    end: str | None = None
    status: str | None = None
    kind: str | None = None
    category: str | None = None

    @property
    def dated(self) -> bool:
        """Whether both ends of the interval are known; nothing can be concluded of one that is not."""
        return self.start is not None and (self.end is not None or self.status == "current")


@dataclass(frozen=True, slots=True)
class Study:
    """One diploma or degree at a named school."""

    id: str
    cadre: str
    name: str
    school: str
    major: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One cadre's part in one work project."""

    cadre: str
    name: str
    project: str
    title: str
    year: int | None = None
    role: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows there are; an order of their own is not needed. `seats` are memberships, which are no time at work.

    `about` are those of whom ties are wanted, empty for all: two of whom neither is among them need not be paired.
    """

    holdings: tuple[Holding, ...] = ()
    seats: tuple[Holding, ...] = ()
    studies: tuple[Study, ...] = ()
    duties: tuple[Duty, ...] = ()
    about: frozenset[str] = frozenset()


def overlap(one: tuple[str, str | None], other: tuple[str, str | None]) -> tuple[str, str | None] | None:
    """The common part of two half-open intervals, an end of None being open; None where there is none."""
    start = max(one[0], other[0])
    end = min((each for each in (one[1], other[1]) if each is not None), default=None)
    return (start, end) if end is None or start < end else None
