"""年度考核结果: a running text of years and grades; what cannot be read is said, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.model.codes import code_list
from ingest.clean.text import is_nothing
from ingest.forms.honours import SENTENCES

_YEARS: Final = r"(?P<first>(?:19|20)\d{2})年?度?\s*(?:(?:至|到|--|—+|-|～|~)\s*(?P<last>(?:19|20)\d{2})年?度?)?"
_LATELY: Final = r"近(?P<lately>[两二三四五六2-6])(?:个?年度?|个考核年度)"
_NUMBERS: Final = str.maketrans("两二三四五六", "223456")


@dataclass(frozen=True, slots=True)
class YearlyGrade:
    """One assessment a text tells, with its words; `counted` says that the year is counted back from the form's."""

    year: int
    grade: str
    quote: str
    counted: bool = False


@dataclass(slots=True)
class _Told:
    """Years named one after another, and the grades named after them."""

    years: list[int]
    grades: list[str]
    counted: bool = False


def read_grades(text: str, form_year: int) -> tuple[list[YearlyGrade], list[str]]:
    """The yearly grades of 年度考核结果, and the parts that could not be read.

    One grade holds for all years named before it (`2020至2022年均为称职` is three), as many grades as years for one
    after another (`分别为称职、优秀`); `近三年` are the years before that of the form. Any other number of grades,
    years without one and grades without a year are unread.
    """
    found: list[YearlyGrade] = []
    unread: list[str] = []
    for clause in (each.strip(" 　，,") for each in SENTENCES.split(text)):
        if is_nothing(clause):
            continue
        told = list(_told(clause, form_year))
        fit = [each for each in told if _fits(each)]
        found += [grade for each in fit for grade in _grades(each, clause)]
        if len(fit) < len(told) or not told:
            unread.append(clause)
    return found, unread


def _told(clause: str, form_year: int) -> Iterator[_Told]:
    current = _Told([], [])
    for part in _pattern().finditer(clause):
        if part["grade"] is not None:
            current.grades.append(code_list("assessment_grade").find(part["grade"]) or part["grade"])
            continue
        if current.grades:
            yield current
            current = _Told([], [])
        if part["lately"]:
            count = int(part["lately"].translate(_NUMBERS))
            current = _Told([*range(form_year - count, form_year)], [], counted=True)
        else:
            current.years += range(int(part["first"]), int(part["last"] or part["first"]) + 1)
    if current.years or current.grades:
        yield current


def _fits(told: _Told) -> bool:
    """Whether each year has its grade; after a single year only the first counts."""
    years, grades = len(told.years), len(told.grades)
    return bool(years and grades) and (years == 1 or grades in (1, years))


def _grades(told: _Told, clause: str) -> Iterator[YearlyGrade]:
    grades = told.grades * len(told.years) if len(told.grades) == 1 else told.grades
    for year, grade in zip(told.years, grades, strict=False):
        yield YearlyGrade(year, grade, clause, told.counted)


@cache
def _pattern() -> re.Pattern[str]:
    spellings = [s for each in code_list("assessment_grade").items for s in (each.name, *each.aliases)]
    grades = "|".join(sorted(map(re.escape, spellings), key=len, reverse=True))
    return re.compile(rf"{_LATELY}|{_YEARS}|(?P<grade>{grades})")
