"""A text becomes a value of a property of the model, as the property's kind and the mapping say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any, Final

from graph.model.codes import code_list
from graph.model.schema import Kind, Property
from graph.model.values import first_day
from graph.model.words import listed
from ingest.clean.numbers import Figure, Mark, decimal_mark, is_either
from ingest.clean.values import ValueProblem, read_integer, read_number
from ingest.mapping.dates import check_form, date_reader, day_after
from ingest.mapping.messages import tell
from ingest.mapping.model import ReadSpec, Value
from ingest.mapping.rough_dates import read_roughly, stands_for
from ingest.mapping.words import data, fold, means_now, means_unknown, names_nobody, says_nothing

NOW: Final = "@now"
"""What a date reads as that says `until now`: no date, but something known."""

Read = Callable[[str], Any]
_TENTH: Final = re.compile(r"(?:19|20)?\d\d\.1")
"""What a number makes of the tenth month, `1976.10`; January is `1976.01`."""


def value_reader(declared: Property, spec: Value, read: ReadSpec, today: str) -> Read:
    """The function that reads a text as a value of the property; it raises ValueProblem.

    Raises ValueError for what the mapping says wrongly.
    """
    if declared.choices:
        return partial(_code, declared.choices, codes=spec.codes)
    if declared.kind is Kind.DATE:
        return day_reader(spec, read, today, declared)
    if declared.kind is Kind.YEAR:
        dates = day_reader(spec, read, today, declared)
        return partial(_read_year, dates)
    read_text = _number_reader(declared.kind, spec.decimal or read.decimal) or _READERS.get(declared.kind, _text)
    return read_text if spec.constant is not None or spec.keep is True else _if_known(declared, read_text, spec)


def _read_year(dates: Callable[[str], str], text: str) -> int | str:
    try:
        return _year(dates(text), text)
    except ValueProblem as problem:
        if problem.value is None:
            raise
        raise ValueProblem(problem.code, problem.reason, _year(str(problem.value), text)) from None


def _year(day: str, text: str) -> int | str:
    """The year of a date; an empty text where none is known."""
    if day == NOW:
        raise ValueProblem("bad-date", tell("no-date", value=text))
    return int(day[:4]) if day else ""


def _if_known(declared: Property, read: Read, spec: Value) -> Read:
    """The same, where the text does not say that nothing is known, or nobody there: then it is an empty text.

    A word that the mapping keeps says what it says: `Na` is a name.
    """
    of_text = names_nobody if declared.name == "name" else says_nothing
    nothing = means_unknown if declared.kind in (*_READERS, *_NUMBERS) else of_text
    kept = frozenset(map(fold, spec.keep)) if isinstance(spec.keep, list) else frozenset()
    return lambda text: "" if nothing(text) and fold(text) not in kept else read(text)


def _number_reader(kind: Kind, decimal: Mark | None) -> Read | None:
    """The function that reads one column of numbers; None where the kind is no number.

    Where the mapping does not say which mark is the decimal one, a column that has a decimal comma (`87,5`) and a
    number that may be read in two ways (`1,234`) is not read both ways: what comes second is refused, with both.
    """
    read = _NUMBERS.get(kind)
    if read is None:
        return None
    if decimal is not None:
        return lambda text: read(text, decimal)
    commas: list[str] = []
    doubtful: list[str] = []

    def value(text: str) -> float:
        found = read(text, None)
        either = is_either(text)
        if either or decimal_mark(text) == ",":
            other, own = (commas, doubtful) if either else (doubtful, commas)
            if other:
                raise ValueProblem("number-in-doubt", tell("number-in-doubt", value=text, other=other[0]))
            own[:] = own or [text]
        return found

    return value


def _text(text: str) -> str:
    return " ".join(text.split()) if "\n" not in text else text


@lru_cache(maxsize=32768)
def _code(choices: str, text: str, *, codes: bool) -> str:
    """The stored name of a value; an empty text where the text says that nothing is known."""
    known = code_list(choices)
    found = known_code(choices, text) or (known.of_code(text) if codes else None)
    if found is not None:
        return found
    if means_unknown(text):
        return ""
    if known.open:
        return text
    reason = tell("not-in-list", value=text, list=choices, known=listed(known.names, 12))
    letters = data("code_words")["letters"].get(choices)
    if letters and fold(text) in letters["beside"]:
        reason += tell("letters-in-doubt", value=text, letters=listed(map(str.upper, letters["doubtful"])))
    raise ValueProblem("not-in-list", reason)


def known_code(choices: str, text: str) -> str | None:
    """The value of a code list that a text spells: by its name, other spellings, or words of other languages."""
    return code_list(choices).find(text) or _words(choices).get(fold(text))


@lru_cache(maxsize=128)
def _words(choices: str) -> Mapping[str, str]:
    english = {fold(each.en): each.name for each in code_list(choices).items}
    others = data("code_words").get(choices, {})
    return {fold(word): value for value, some in others.items() for word in some} | english


def day_reader(spec: Value, read: ReadSpec, today: str, declared: Property | None = None) -> Callable[[str], str]:
    """The function that reads a text as a date, or as `NOW`; without a property, as the day of a record.

    It raises ValueProblem; raises ValueError for a form of dates that the mapping says wrongly.
    """
    said = [spec.date] if isinstance(spec.date, str) else spec.date
    forms = said if said is not None else read.dates
    for form in forms:
        check_form(form)
    pivot = read.pivot if read.pivot is not None else int(today[:4]) - 99
    dates = date_reader(tuple(forms), pivot=pivot, add_years=spec.add_years)
    ahead = spec.future or (declared is not None and declared.may_be_future)
    name = declared.name if declared is not None else None
    kept = _kept(spec)

    def checked(found: str, text: str) -> str:
        if found in ("", NOW):
            return found
        if not ahead and first_day(found) > today:
            raise ValueProblem("future-date", tell("future-date", value=text, today=today))
        return day_after(found) if spec.inclusive else found

    def value(text: str) -> str:
        stands = None if kept(text) else stands_for(text)
        if stands == "doubtful":
            raise ValueProblem("placeholder-date", tell("placeholder-date", value=text))
        if stands is not None:
            return NOW if stands == "open" and name == "end" else ""
        try:
            return checked(_day(text, dates, name), text)
        except ValueProblem as problem:
            if problem.value is None:
                raise
            raise ValueProblem(problem.code, problem.reason, checked(str(problem.value), text)) from None

    return _with_october(value)


def _with_october(read: Callable[[str], str]) -> Callable[[str], str]:
    """The same, where a number may have lost the nought of its tenth month: read so, with a problem that tells it."""

    def value(text: str) -> str:
        if not (isinstance(text, Figure) and _TENTH.fullmatch(text)):
            return read(text)
        day = read(f"{text}0")
        raise ValueProblem("month-ten", tell("month-ten", value=text, day=day), day)

    return value


def _kept(spec: Value) -> Callable[[str], bool]:
    """Whether the mapping says that a word, or a day, is what it says."""
    if spec.keep is True:
        return lambda _: True
    kept = frozenset(map(fold, spec.keep or ()))
    return lambda text: fold(text) in kept


def _day(text: str, dates: Callable[[str], str], name: str | None) -> str:
    """The date of a text, `NOW`, or an empty text where it says that none is known; raises ValueProblem."""
    try:
        return dates(text)
    except ValueProblem:
        if means_unknown(text):
            return ""
        if means_now(text):
            return NOW
        if not any(map(str.isdigit, text)):
            if name == "end":
                raise ValueProblem("bad-date", tell("no-date-word", value=text)) from None
            raise
        return read_roughly(text, dates, name=name)


@lru_cache(maxsize=4096)
def _yes_no(text: str) -> bool:
    found = known_code("yes_no", text)
    if found is None:
        raise ValueProblem("bad-yes-no", tell("bad-yes-no", value=text))
    return found == "是"


_READERS: Final[Mapping[Kind, Read]] = {
    Kind.YES_NO: _yes_no,
}
_NUMBERS: Final[Mapping[Kind, Callable[[str, Mark | None], float]]] = {
    Kind.INTEGER: read_integer,
    Kind.NUMBER: read_number,
}
