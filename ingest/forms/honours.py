"""奖惩情况 and 年度考核结果: running texts, read sentence by sentence; what cannot be read is said, not guessed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from graph.model.codes import Code, code_list
from ingest.clean.text import is_nothing
from ingest.clean.values import ValueProblem, read_date

_DATE: Final = r"(?P<date>(?:19|20)\d{2}(?:[.\-/年]\d{1,2}(?:[.\-/月]\d{1,2}日?|月)?|\d{2}(?:\d{2})?|年)?)"
_OPENING: Final = re.compile(rf"^{_DATE}(?:[，,：:\s]|(?=\D))")
_APPROVED: Final = re.compile(
    r"(?:经|由|被)(?P<authority>[^，,。；]+?)(?:批准|决定|研究决定|授予|评为|表彰|记|给予|通报)"
)
_APPROVAL: Final = re.compile(r"^(?:经|由)[^，,。；]+?(?:批准|决定)[，,]?")
_CAUSE: Final = re.compile(r"因(?P<cause>[^，,。；]+)")
_LIFTED: Final = re.compile(rf"{_DATE.replace('date', 'lifted')}[^，。；]{{0,12}}?(?:解除|撤销处分)")
_ONCE: Final = re.compile(r"(?<=[功奖])[一1]次$")
"""记三等功一次 is 记三等功; a number of times above one is told."""

_SENTENCES: Final = re.compile(r"[。；;\n\r]+")
_YEARS: Final = r"(?P<first>(?:19|20)\d{2})年?度?\s*(?:(?:至|到|--|—+|-|～|~)\s*(?P<last>(?:19|20)\d{2})年?度?)?"


@dataclass(frozen=True, slots=True)
class Honour:
    """One award or punishment told in a text: the record type, its values, and the sentence."""

    type: str
    values: Mapping[str, Any]
    quote: str


@dataclass(frozen=True, slots=True)
class Grades:
    """The assessments a text tells, each with its words, and the parts that could not be read."""

    grades: tuple[tuple[int, str, str], ...]
    unread: tuple[str, ...]


@cache
def _words() -> Mapping[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("honours.toml").read_text("utf-8"))


def read_honours(text: str) -> tuple[list[Honour], list[str]]:
    """The awards and punishments of 奖惩情况, and the sentences that are neither."""
    found: list[Honour] = []
    unread: list[str] = []
    for each in _SENTENCES.split(text):
        sentence = each.strip(" 　，,")
        if not sentence or is_nothing(sentence):
            continue
        honour = _punishment(sentence) or _award(sentence)
        is_award = honour is not None and honour.type == "Award"
        if not is_award and found and _is_open(found[-1]) and (lifted := _lifting(sentence)):
            found[-1] = replace(found[-1], values={**found[-1].values, "lifted_on": lifted})
        elif honour:
            found.append(honour)
        else:
            unread.append(sentence)
    return found, unread


@cache
def _punishment_pattern() -> re.Pattern[str]:
    spellings = [s for each in code_list("punishment_name").items for s in (each.name, *each.aliases)]
    return re.compile("|".join(sorted(map(re.escape, spellings), key=len, reverse=True)))


def find_punishment(text: str) -> Code | None:
    """The punishment a text names, the longest name that fits; None where it names none."""
    found = _punishment_pattern().search(text)
    return code_list("punishment_name").get(found.group()) if found else None


def _punishment(sentence: str) -> Honour | None:
    code = find_punishment(sentence)
    if code is None or not any(word in sentence for word in _words()["punished"]):
        return None
    values = _common(sentence) | {"name": code.name, "track": code.group}
    if cause := _CAUSE.search(sentence):
        values["cause"] = cause["cause"]
    if lifted := _LIFTED.search(sentence, 8):
        values["lifted_on"] = _date(lifted["lifted"])
    return Honour("Punishment", _filled(values), sentence)


def _lifting(sentence: str) -> str | None:
    """The date of a sentence that tells only that the punishment before it was lifted: `2021年10月解除处分`."""
    told = _OPENING.match(sentence)
    if told is None or not any(word in sentence for word in _words()["lifted"]):
        return None
    return None if re.search("受|给予", sentence) else _date(told["date"])


def _is_open(honour: Honour) -> bool:
    return honour.type == "Punishment" and "lifted_on" not in honour.values


def _award(sentence: str) -> Honour | None:
    rest = _APPROVAL.sub("", _OPENING.sub("", sentence, count=1).strip("，, "), count=1)
    name = _ONCE.sub("", _award_name(rest) or "")
    if not name:
        return None
    return Honour("Award", _filled(_common(sentence) | {"name": name}), sentence)


def _award_name(rest: str) -> str | None:
    introductions = "|".join(sorted(_words()["awarded"], key=len, reverse=True))
    found = re.search(rf"(?:{introductions})(?P<name>.+)$", rest)
    if found and len(found["name"].strip("“”\"' ")) >= 2:
        before = "记" if found.group().startswith(("记", "被记")) and "功" in found["name"] else ""
        return before + found["name"].replace("“", "").replace("”", "").strip("\"' ")
    return rest if any(word in rest for word in _words()["award_words"]) else None


def _common(sentence: str) -> dict[str, Any]:
    opening = _OPENING.match(sentence)
    approved = _APPROVED.search(sentence)
    return {
        "date": _date(opening["date"]) if opening else None,
        "authority": approved["authority"].strip() if approved else None,
    }


def _date(text: str) -> str | None:
    try:
        return read_date(text)
    except ValueProblem:
        return None


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


@cache
def _grade_pattern() -> re.Pattern[str]:
    spellings = [s for each in code_list("assessment_grade").items for s in (each.name, *each.aliases)]
    grades = "|".join(sorted(map(re.escape, spellings), key=len, reverse=True))
    return re.compile(rf"{_YEARS}|(?P<grade>{grades})")


def read_grades(text: str) -> Grades:
    """The yearly grades of 年度考核结果: a grade holds for all years named since the grade before it.

    `2020至2022年均为称职` is three years. Years without a grade, and clauses without either, are unread.
    """
    if is_nothing(text):
        return Grades((), ())
    found: list[tuple[int, str, str]] = []
    unread: list[str] = []
    for clause in (each.strip(" 　，,") for each in _SENTENCES.split(text)):
        grades = list(_clause_grades(clause))
        found += grades
        if clause and not grades:
            unread.append(clause)
    return Grades(tuple(found), tuple(unread))


def _clause_grades(clause: str) -> Iterator[tuple[int, str, str]]:
    years: list[int] = []
    graded = False
    for part in _grade_pattern().finditer(clause):
        if part["grade"] is None:
            if graded:
                years, graded = [], False
            first = int(part["first"])
            years += range(first, int(part["last"] or first) + 1)
        elif not graded:
            graded = True
            name = code_list("assessment_grade").find(part["grade"]) or part["grade"]
            yield from ((year, name, clause) for year in years)
