"""What is known of an invented person before it is written into any file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LEVELS = ("科员", "乡科级副职", "乡科级正职", "县处级副职", "县处级正职")


@dataclass(frozen=True, slots=True)
class Holding:
    """One post within a stage: a title may be empty where only a rank was held."""

    unit: str
    title: str
    concurrent: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """One stretch of a career, [start, end) in months; `end` None while it lasts.

    `unit` is where its work is done, `text` names the post, `told` is
    how the résumé words it where that differs.
    """

    start: int
    end: int | None
    post: str
    level: int
    text: str
    holdings: tuple[Holding, ...] = ()
    unit: str = ""
    role: str = ""
    fields: tuple[str, ...] = ()
    about: str = ""
    rank: str = ""
    kind: str = "work"
    told: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch inside a stage: study, party school or secondment, [start, end) in months."""

    kind: str
    start: int
    end: int
    text: str
    host: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Degree:
    """A diploma with its degree."""

    mode: str
    level: str
    degree: str
    school: str
    major: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Relative:
    """A family member as the form names one."""

    appellation: str
    name: str
    birth: int
    politics: str
    work: str


@dataclass(frozen=True, slots=True)
class Rank:
    """A level or grade from a month on; `end` None while it is the present one."""

    kind: str
    rank: str
    start: int
    end: int | None


@dataclass(slots=True)
class Person:
    """An invented cadre; months are numbers, `party_join` None for one who is not in the Party."""

    name: str
    sex: str
    birth: int
    ethnicity: str
    native: str
    id_number: str
    track: str
    source: str
    work_start: int
    party_join: int | None
    other_party: str
    slot: str
    line: str = ""
    status: str = "现职"
    stages: list[Stage] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    degrees: list[Degree] = field(default_factory=list)
    family: list[Relative] = field(default_factory=list)
    ranks: list[Rank] = field(default_factory=list)
    years: dict[int, str] = field(default_factory=dict)
    awards: list[Mapping[str, str]] = field(default_factory=list)
    punishments: list[Mapping[str, str]] = field(default_factory=list)
    memberships: list[str] = field(default_factory=list)
    strengths: tuple[str, ...] = ()
    weakness: str = ""
    expertise: str = ""
    title: str = ""
    form_id: str = ""
    book_id: str = ""
    picture: int | None = 0
    thin: bool = False

    @property
    def current(self) -> Stage:
        """The stage that lasts, or the last one."""
        return self.stages[-1]

    def stage_at(self, number: int) -> Stage | None:
        """The stage of a month, if one is recorded."""
        return next((each for each in self.stages if each.start <= number and (each.end or number + 1) > number), None)
