"""The facts of several cadres line by line; what no source tells stays None, and no line orders anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from analysis.career.head_lines import joined_text, posts_text, schooling_text
from analysis.career.model import Career
from analysis.career.phrases import coded, join, show_counts, show_date, show_level, show_months, worded
from graph.model.codes import code_list
from graph.model.records.cadre import Cadre
from graph.model.values import months_between
from graph.model.words import Language, Words, load_words

YEARS: Final = 5
"""Years up to the day whose annual grades are told."""
_GROUND: Final = ("乡镇", "基层")
"""Where a post stands that counts as served at the ground (`analysis/career/data/settings.toml`)."""
_ANNUAL: Final = (None, "年度考核")
_UNGRADED: Final = "未评"


@dataclass(frozen=True)
class Person:
    """One of those compared: the record of the person and the career as of the day."""

    cadre: Cadre
    career: Career


@dataclass(frozen=True)
class Line:
    """One fact of each: its title, a text for each person (None: no source tells), and whether they differ.

    What is unknown of one and known of another counts as a difference. `counted` lines sum up records: there None means
    that there is none on record. A `told` line only serves to recognise somebody and is never compared.
    """

    key: str
    title: str
    texts: tuple[str | None, ...]
    counted: bool = False
    told: bool = False

    @property
    def differs(self) -> bool:
        """Whether not all say the same, where that may be asked."""
        return not self.told and len(set(self.texts)) > 1


def compare_facts(people: Sequence[Person], language: Language) -> tuple[Line, ...]:
    """The lines that may be weighed, in the order in which an officer reads them."""
    told = [_line(key, read, people, language) for key, read in _TOLD.items()]
    counted = [_line(key, read, people, language, counted=True) for key, read in _COUNTED.items()]
    return (*told, *counted)


def protected_facts(people: Sequence[Person], language: Language) -> tuple[Line, ...]:
    """What may be known and plays no part: sex, ethnicity, native place."""
    return tuple(replace(_line(key, read, people, language), told=True) for key, read in _PROTECTED.items())


Read = Callable[[Person, Language], str | None]


def _line(key: str, read: Read, people: Sequence[Person], language: Language, *, counted: bool = False) -> Line:
    texts = tuple(read(each, language) or None for each in people)
    return Line(key, _words()(key, language), texts, counted=counted)


def _words() -> Words:
    return load_words("analysis.compare")


def _since(date: str | None, each: Person, language: Language) -> str | None:
    if date is None:
        return None
    return f"{show_months(months_between(date, each.career.as_of), language)} · {show_date(date, language)}"


def _dated(date: str | None, language: Language) -> str | None:
    return show_date(date, language) if date else None


def _born(each: Person, language: Language) -> str | None:
    head = each.career.head
    if head.birth_month is None or head.age is None:
        return _dated(head.birth_month, language)
    return _words()("age", language, birth=show_date(head.birth_month, language), age=head.age)


def _posts_held(each: Person, language: Language) -> str | None:
    posts = [held for held in each.career.tenures if held.kind == "post"]
    units = {held.unit for held in posts if held.unit}
    return _words()("posts_in_units", language, posts=len(posts), units=len(units)) if posts else None


def _months(each: Person, language: Language, *, principal: bool) -> str | None:
    """Months of such posts, each month once though two posts be held in it; None where none is known."""
    wanted = [
        held
        for held in each.career.tenures
        if held.kind == "post" and (held.principal if principal else held.setting in _GROUND)
    ]
    reached, months = "", 0
    for held in sorted(wanted, key=lambda held: held.start or ""):
        end = held.end or (each.career.as_of if held.status == "current" else None)
        if held.start and end and end > reached:
            months += months_between(max(held.start, reached), end)
            reached = end
    return show_months(months, language) if months else None


def _projects(each: Person, language: Language) -> str | None:
    career = each.career
    projects = (*(one for held in career.tenures for one in held.projects), *career.unplaced_projects)
    counts = Counter(one.grade or _UNGRADED for one in projects)
    order = (*code_list("project_grade").names, _UNGRADED)
    told = show_counts({name: counts[name] for name in order if counts[name]}, "project_grade", language)
    return told or _withheld(each, language, "WorkProject", "ProjectEvaluation")


def _assessments(each: Person, language: Language) -> str | None:
    first = int(each.career.as_of[:4]) - YEARS
    annual = [one for one in each.career.assessments if one.kind in _ANNUAL and one.year >= first and one.grade]
    newest = sorted(annual, key=lambda one: -one.year)
    told = join((f"{one.year} {coded('assessment_grade', one.grade, language)}" for one in newest), language)
    return told or _withheld(each, language, "Assessment")


def _markers(each: Person, language: Language, kind: str, label: str) -> str | None:
    found = [one for one in each.career.markers if one.kind == kind or (kind, one.kind) == ("punishment", "measure")]
    if not found:
        return _withheld(each, language, label)
    if kind == "punishment":
        running = sum(bool(one.in_effect) for one in found)
        return _words()("in_effect", language, count=len(found), running=running)
    return _words()("times", language, count=len(found))


def _withheld(each: Person, language: Language, *labels: str) -> str | None:
    return _words()("withheld", language) if set(labels) & set(each.career.withheld) else None


_TOLD: Final[Mapping[str, Read]] = {
    "posts": lambda each, language: posts_text(each.career, language),
    "post_since": lambda each, language: _since(each.career.head.post_since, each, language),
    "level": lambda each, language: show_level(each.career.head.level, language),
    "level_since": lambda each, language: _since(each.career.head.level_since, each, language),
    "grade": lambda each, language: coded("grade", each.career.head.grade, language),
    "born": _born,
    "work_start": lambda each, language: _dated(each.career.head.work_start, language),
    "party": lambda each, language: joined_text(each.career.head, language) or None,
    "full_time": lambda each, language: schooling_text(each.career.head.full_time_education, language) or None,
    "in_service": lambda each, language: schooling_text(each.career.head.in_service_education, language) or None,
    "entry_source": lambda each, language: worded("entry_source", each.career.head.entry_source, language) or None,
}

_COUNTED: Final[Mapping[str, Read]] = {
    "posts_held": _posts_held,
    "principal": lambda each, language: _months(each, language, principal=True),
    "grassroots": lambda each, language: _months(each, language, principal=False),
    "projects": _projects,
    "assessments": _assessments,
    "training": lambda each, language: _markers(each, language, "training", "Training"),
    "secondments": lambda each, language: _markers(each, language, "secondment", "Secondment"),
    "awards": lambda each, language: _markers(each, language, "award", "Award"),
    "punishments": lambda each, language: _markers(each, language, "punishment", "Punishment"),
}

_PROTECTED: Final[Mapping[str, Read]] = {
    "sex": lambda each, language: code_list("sex").label(each.cadre.sex, language) if each.cadre.sex else None,
    "ethnicity": lambda each, language: (
        code_list("ethnicity").label(each.cadre.ethnicity, language) if each.cadre.ethnicity else None
    ),
    "native_place": lambda each, _: each.cadre.native_place,
}
