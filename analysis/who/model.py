"""What is compared, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

ABOUT_OTHERS: Final = frozenset({"rare_name"})
"""Features that change when somebody else comes or goes: no reason to ask about the same two again."""


@dataclass(frozen=True, slots=True)
class Held:
    """One post of a person; `end` None is current or unknown."""

    unit: str | None
    title: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Study:
    """One school of a person and when the person left it."""

    school: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of one person that may tell who it is; dates as exact as their sources.

    `numbers` are keyed hashes of ID numbers, never the numbers.
    """

    id: str
    name: str
    sex: str | None = None
    birth_month: str | None = None
    work_start: str | None = None
    party_join: str | None = None
    pinyin: str | None = None
    numbers: tuple[str, ...] = ()
    studies: tuple[Study, ...] = ()
    posts: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for (`points` above 0) or against two records being one person, with both values."""

    code: str
    points: int
    one: str
    other: str

    def as_json(self) -> dict[str, Any]:
        """As `docs/cli.md` promises it."""
        return {"code": self.code, "points": self.points, "one": self.one, "other": self.other}


class Weighed:
    """A pair with what speaks for and against its being one."""

    __slots__ = ()

    one: Any
    other: Any
    features: tuple[Feature, ...]

    @property
    def score(self) -> int:
        """Points for less points against."""
        return sum(each.points for each in self.features)

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids."""
        return self.one.id, self.other.id

    @property
    def speaking_for(self) -> tuple[Feature, ...]:
        """What speaks for one, strongest first."""
        return tuple(sorted((each for each in self.features if each.points > 0), key=lambda each: -each.points))

    @property
    def speaking_against(self) -> tuple[Feature, ...]:
        """What speaks against it, strongest first."""
        return tuple(sorted((each for each in self.features if each.points < 0), key=lambda each: each.points))

    @property
    def facts(self) -> str:
        """The codes of all features about the two: while these stay the same there is nothing new to ask about."""
        return " ".join(sorted({each.code for each in self.features} - ABOUT_OTHERS))


@dataclass(frozen=True, slots=True)
class Candidate(Weighed):
    """Two records that may be about one person; `score` is the sum of the points of its features."""

    one: Person
    other: Person
    features: tuple[Feature, ...]
