"""年度考核结果: a running text of years and grades; what cannot be read is said, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from graph.model.codes import code_list
from ingest.forms.sentences import sentences

_YEARS: Final = r"(?P<first>(?:19|20)\d{2})年?度?\s*(?:(?:至|到|-{1,2}|—+|－|～|~)\s*(?P<last>(?:19|20)\d{2})年?度?)?"
_LATELY: Final = r"近(?P<lately>[两二三四五六2-6])(?:个?年度?|个考核年度)"
_REST: Final = r"(?P<rest>其余|其他年度?|其它年度?)"
_NUMBERS: Final = str.maketrans("两二三四五六", "223456")
_WHOLE_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_SHORT_YEAR: Final = re.compile(r"(?<!\d)(\d{2})(?=年|[、，,](?:\d{2}[、，,])*\d{2}年)")
_AWARD: Final = re.compile(r"(?:记|获|给予)?(?:嘉奖|记?[一二三]等功)(?:一次)?")


@dataclass(frozen=True, slots=True)
class YearlyGrade:
    """One assessment a text tells, with its words; `counted` says that the year is counted back from the form's."""

    year: int
    grade: str
    quote: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a statement: years, the grade of an assessment, or all years but those named."""

    years: tuple[int, ...] = ()
    grade: str = ""
    counted: bool = False

    @property
    def is_rest(self) -> bool:
        return not self.years and not self.grade


def read_grades(text: str, form_year: int) -> tuple[list[YearlyGrade], list[str]]:
    """The yearly grades of 年度考核结果, and the parts that could not be read.

    One grade holds for all years named with it (`2020至2022年均为称职`, `称职：2020年、2021年`), as many grades as
    years for one after another (`分别为称职、优秀`); `近三年` are the years before that of the form. Any other number
    of grades, years without one and grades without a year are unread, and so are the awards told beside them.
    """
    found: list[YearlyGrade] = []
    unread: list[str] = []
    for statement, words in _statements(_in_full(text, form_year), form_year):
        told = list(_told(words))
        found += [
            YearlyGrade(year, grade, statement, counted=any(word.counted for word in words))
            for years, grades in told
            for year, grade in _matched(years, grades)
        ]
        whole = bool(told) and all(_fit(years, grades) for years, grades in told)
        unread += _AWARD.findall(statement) if whole else [statement]
    return found, unread


def _in_full(text: str, form_year: int) -> str:
    """The text with years of two digits in full, where no year is written in full."""
    if _WHOLE_YEAR.search(text):
        return text
    return _SHORT_YEAR.sub(lambda found: f"{20 if int(found[1]) <= form_year % 100 else 19}{found[1]}", text)


def _statements(text: str, form_year: int) -> Iterator[tuple[str, list[_Word]]]:
    """Sentences with their words; one that names only years goes with the next, as the rows of a table do."""
    pending: tuple[str, list[_Word]] | None = None
    for sentence in sentences(text):
        words = list(_words(sentence, form_year))
        if pending and words and all(word.grade for word in words):
            yield f"{pending[0]} {sentence}", [*pending[1], *words]
            pending = None
            continue
        if pending:
            yield pending
        pending = (sentence, words) if words and all(word.years for word in words) else None
        if pending is None:
            yield sentence, words
    if pending:
        yield pending


def _words(sentence: str, form_year: int) -> Iterator[_Word]:
    named = bool(_WHOLE_YEAR.search(sentence))
    for part in _pattern().finditer(sentence):
        if part["grade"]:
            yield _Word(grade=code_list("assessment_grade").find(part["grade"]) or part["grade"])
        elif part["first"]:
            yield _Word(tuple(range(int(part["first"]), int(part["last"] or part["first"]) + 1)))
        elif part["rest"]:
            yield _Word()
        elif not named:  # 近三年（2019、2020、2021）
            years = range(form_year - int(part["lately"].translate(_NUMBERS)), form_year)
            yield _Word(tuple(years), counted=True)


def _told(words: Sequence[_Word]) -> Iterator[tuple[list[int], list[str]]]:
    """Years and grades that belong together: each run of years with the grades after it, or before it."""
    words = _without_rest(words)
    runs = [list(run) for _, run in groupby(words, key=lambda word: bool(word.grade))]
    for start in range(0, len(runs), 2):
        together = [word for run in runs[start : start + 2] for word in run]
        yield [year for word in together for year in word.years], [word.grade for word in together if word.grade]


def _without_rest(words: Sequence[_Word]) -> Sequence[_Word]:
    """`2017年至2021年：2019年优秀，其余称职` with the years that are meant."""
    if not words or not any(word.is_rest for word in words):
        return words
    span, *others = words
    named = {year for word in others for year in word.years}
    rest = _Word(tuple(year for year in span.years if year not in named))
    return [rest if word.is_rest else word for word in others]


def _fit(years: Sequence[int], grades: Sequence[str]) -> bool:
    """Whether each year has its grade; after a single year only the first counts."""
    return bool(years and grades) and (len(years) == 1 or len(grades) in (1, len(years)))


def _matched(years: Sequence[int], grades: Sequence[str]) -> Iterator[tuple[int, str]]:
    if _fit(years, grades):
        yield from zip(years, [*grades] * len(years) if len(grades) == 1 else grades, strict=False)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"{_LATELY}|{_YEARS}|{_REST}|(?P<grade>{code_list('assessment_grade').any_spelling})")
