"""One cell or element becomes one value of the model: dates, numbers, yes or no, and names of code lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache, partial
from typing import Final

from graph.model.codes import code_list
from graph.model.schema import Kind, Property
from graph.model.values import first_day
from graph.model.words import Both, listed, sayings
from ingest.clean.dates import SURE_SERIAL, DateError, day_of_serial, parse_date
from ingest.clean.numbers import Mark, number_in
from ingest.clean.numerals import dates_in_digits
from ingest.clean.text import clean, undo_escapes

Value = str | int | float | bool
Cell = str | int | float | bool | date | datetime | time | timedelta
"""What a workbook's cell may hold."""

_say: Final = sayings("ingest.clean")
_NOTHING: Final = frozenset({"", "无", "（无）", "(无)", "/", "—", "-", "--", "——"})


class ValueProblem(Exception):  # noqa: N818 - a refusal of one value that becomes a finding, never shown as an error
    """Why a text is no such value: a finding code and a sentence with the remedy, in both languages.

    `value` is what is taken all the same, where the text says something that is only not exact.
    """

    def __init__(self, code: str, reason: Both, value: str | int | None = None) -> None:
        super().__init__(str(reason))
        self.code = code
        self.reason = reason
        self.value = value

    @property
    def not_taken(self) -> Both:
        """The reason, and that the value was not taken."""
        return self.reason + value_not_taken()


def value_not_taken() -> Both:
    """A sentence behind the reason why a value is none: it was not taken."""
    return _say("value-not-taken")


def cell_text(cell: Cell) -> str:
    """A cell as one would write it: whole numbers without a point, days as `YYYY-MM-DD`, yes and no as 是 and 否."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def tidy(text: str) -> str | None:
    """A field's text: what cannot be seen gone, trimmed; None where the form says nothing. Fast for plain texts."""
    if text.isprintable() and "&1" not in text and "_x00" not in text:
        text = text.strip()
        return None if text in _NOTHING else text
    return clean(undo_escapes(text))


_SERIAL: Final = re.compile(r"[1-7]\d{4}(?:\.\d+)?")


@lru_cache(maxsize=32768)
def read_date(text: str) -> str:
    """`YYYY[-MM[-DD]]`; raises ValueProblem.

    A day that a workbook keeps as a bare number counts from 1899-12-30; an early one may as well be a year and a
    month ill written (20191), so that it is refused.
    """
    if _SERIAL.fullmatch(text):
        day = day_of_serial(int(text[:5]))
        if int(text[:5]) >= SURE_SERIAL:
            return day
        raise ValueProblem("bad-date", _say("day-number", text=text, day=day))
    try:
        return parse_date(dates_in_digits(text))
    except DateError as error:
        key = "no-such-day" if error.impossible else "no-date"
        raise ValueProblem("bad-date", _say(key, text=text)) from error


def read_past_date(text: str, today: str) -> str:
    """A date that is not after `today`; raises ValueProblem."""
    found = read_date(text)
    if first_day(found) > today:
        raise ValueProblem("future-date", _say("after-today", text=text, today=today))
    return found


@lru_cache(maxsize=1024)
def read_year(text: str) -> int:
    """A year of four digits, 年 or 年度 allowed after it; raises ValueProblem."""
    digits = text.removesuffix("度").removesuffix("年").strip()
    if len(digits) == 4 and digits.isdecimal() and 1900 <= int(digits) <= 2199:
        return int(digits)
    raise ValueProblem("bad-year", _say("no-year", text=text))


def read_past_year(text: str, today: str) -> int:
    """A year that is not after that of `today`; raises ValueProblem."""
    found = read_year(text)
    if found > int(today[:4]):
        raise ValueProblem("future-date", _say("after-this-year", text=text, year=today[:4]))
    return found


def read_integer(text: str, decimal: Mark | None = None) -> int:
    """A whole number; raises ValueProblem."""
    number = read_number(text, decimal)
    if not number.is_integer():
        raise ValueProblem("bad-number", _say("no-whole-number", text=text))
    return int(number)


def read_number(text: str, decimal: Mark | None = None) -> float:
    """A finite number as `number_in` reads it; raises ValueProblem."""
    number = number_in(text, decimal)
    if number is None:
        raise ValueProblem("bad-number", _say("no-number", text=text))
    return number


@lru_cache(maxsize=4096)
def read_yes_no(text: str) -> bool:
    """Yes or no; raises ValueProblem."""
    found = code_list("yes_no").find(text)
    if found is None:
        raise ValueProblem("bad-yes-no", _say("no-yes-no", text=text))
    return found == "是"


@lru_cache(maxsize=32768)
def read_code(choices: str, text: str) -> str:
    """The stored name of a code list's value; an open list keeps other values as written; raises ValueProblem."""
    codes = code_list(choices)
    found = codes.find(text)
    if found is not None:
        return found
    if codes.open:
        return text
    known = listed((each.zh for each in codes.items), 20)
    raise ValueProblem("not-in-list", _say("not-in-list", text=text, known=known))


def reader(declared: Property, today: str) -> Callable[[str], Value]:
    """The function that reads a text (tidied, not empty) as a value of that property; it raises ValueProblem."""
    if declared.choices:
        return partial(read_code, declared.choices)
    if declared.kind is Kind.DATE:
        return read_date if declared.may_be_future else partial(read_past_date, today=today)
    if declared.kind is Kind.YEAR:
        return read_year if declared.may_be_future else partial(read_past_year, today=today)
    return _READERS.get(declared.kind, str)


_READERS: Final[Mapping[Kind, Callable[[str], Value]]] = {
    Kind.INTEGER: read_integer,
    Kind.NUMBER: read_number,
    Kind.YES_NO: read_yes_no,
}
