"""How the values of a column most likely are to be read: the forms of its dates, the words of a code list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final

from graph.model.codes import code_list
from graph.model.schema import Property
from ingest.clean.id_number import holds_id_number
from ingest.clean.values import ValueProblem
from ingest.mapping.calendars import MINGUO
from ingest.mapping.dates import AUTO, date_reader
from ingest.mapping.reading import known_code
from ingest.mapping.rough_dates import stands_for
from ingest.mapping.targets import is_date
from ingest.mapping.words import data, fold, means_now, means_unknown

_FORMS: Final = (
    "dd/mm/yyyy", "mm/dd/yyyy", "dd-mm-yyyy", "mm-dd-yyyy",
    "dd.mm.yy", "yy.mm", "yy.mm.dd",
    "dd/mm/yy", "mm/dd/yy", "dd-mm-yy", "mm-dd-yy", "dd-mmm-yy", "yy-mm", "excel",
)  # fmt: skip
SHORT_MONTHS: Final = ("yy.m", "yyyy.m")
_SHORT_MONTH: Final = re.compile(r"\d{2}\.\d{1,2}")
_LONG_MONTH: Final = re.compile(r"(?:19|20)\d\d\.\d{1,2}")
_LONG_NUMBER: Final = re.compile(r"-?\d{9,13}(?:\.\d+)?")
_SECOND_DIGITS: Final = 10
_OF_REPUBLIC: Final = re.compile(r"(?:中華)?民[國国]|1\d\d(?:[./年]|\d{4}$|$)")
"""A year of the Republic of China: by its mark, or of three digits."""
_ADDRESS: Final = re.compile(r"https?://\S+[/#][^/#\s]+")
END_OF_ADDRESS: Final = "[^/#]+$"
_ONE_ORDER: Final = re.compile(r"\d{1,2}([/-])\d{1,2}\1\d{4}")
_HAS_LETTERS: Final = re.compile(r"[^\W\d_]")
_LIFETIME: Final = 100
_NAMES: Final = frozenset({"name", "unit_name", "title"})
_MOSTLY: Final = 0.8
_MAY_MISS: Final = 0.5
"""Of the dates of a column so many may be of another form, or none: they are named in the suggestion."""
_MOST_WORDS: Final = 100


def date_forms(texts: Sequence[str], today: str) -> list[str] | None:
    """No form where the ordinary ones read the texts best, else those that do; None where none reads nearly all."""
    said = _said_dates(texts)
    short = any(map(_SHORT_MONTH.fullmatch, said)) or all(map(_LONG_MONTH.fullmatch, said))
    unix = _unix_form(said)
    # the days of a workbook have five digits in a lifetime; `76.06` is a month that a workbook took for a number
    forms = [*(each for each in _FORMS if each != "excel" or not short), *([unix] if unix else [])]
    forms = [MINGUO, *forms] if any(map(_OF_REPUBLIC.match, said)) else forms
    tries = [(), *((form,) for form in forms), SHORT_MONTHS]
    unread = {each: len(_unread(each, said, today)) for each in tries}
    unread[()] += sum(bool(_ONE_ORDER.fullmatch(text)) for text in said)  # days before 13 of that column are not read
    fewest = min(unread.values())
    if fewest > len(said) * _MAY_MISS:
        return None
    if unread[()] == fewest:
        return _besides(forms, _unread((), said, today), today)
    fitting = [each[0] for each in tries[1:-1] if unread[each] == fewest]
    return fitting or list(SHORT_MONTHS)


def _besides(forms: Sequence[str], left: Sequence[str], today: str) -> list[str]:
    """The one form that reads more of what the ordinary ones leave, to be named beside them; nothing where none does.

    Where two orders of day and month read as much, nobody can tell.
    """
    some = [each for each in (SHORT_MONTHS[0], *forms) if each != "excel"]
    unread = {each: len(_unread((each,), left, today)) for each in some}
    fewest = min(unread.values(), default=0)
    fitting = [each for each, count in unread.items() if count == fewest < len(left)]
    alone = len(fitting) == 1 or fitting[:1] == [SHORT_MONTHS[0]]
    return [fitting[0], AUTO] if fitting and alone else []


def are_addresses(texts: Sequence[str]) -> bool:
    """Whether all are addresses of things, as linked data has them in place of words and numbers."""
    return bool(texts) and all(map(_ADDRESS.fullmatch, texts))


def ends_of_addresses(texts: Iterable[str]) -> list[str]:
    """What `END_OF_ADDRESS` finds in them."""
    return [found[0] for text in texts if (found := re.search(END_OF_ADDRESS, text))]


def _unix_form(texts: Sequence[str]) -> str | None:
    """The form of long numbers that can only be seconds or milliseconds; None for others."""
    if not texts or not all(_LONG_NUMBER.fullmatch(text) for text in texts):
        return None
    return "unix_ms" if all(len(text.lstrip("-").split(".")[0]) > _SECOND_DIGITS for text in texts) else "unix"


def dates_unread(forms: Sequence[str], texts: Sequence[str], today: str) -> list[str]:
    """The texts that are no dates of these forms, nor words that say what a date would."""
    return _unread(tuple(forms), _said_dates(texts), today)


def lies_ahead(forms: Sequence[str], texts: Sequence[str], today: str) -> bool:
    """Whether a text is a day, month or year after today, and within a lifetime: `9999-12-31` means none."""
    read = date_reader(forms, pivot=int(today[:4]) - 99)
    last = str(int(today[:4]) + _LIFETIME)
    for text in _said_dates(texts):
        with suppress(ValueProblem):
            day = read(text)
            if today[: len(day)] < day < last:
                return True
    return False


def _said_dates(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if not means_now(text) and not means_unknown(text) and not stands_for(text)]


def _unread(forms: tuple[str, ...], texts: Sequence[str], today: str) -> list[str]:
    read = date_reader(forms, pivot=int(today[:4]) - 99)
    unread = []
    for text in texts:
        try:
            read(text)
        except ValueProblem:
            unread.append(text)
    return unread


def value_table(choices: str, texts: Sequence[str]) -> dict[str, str]:
    """A value table for texts that the code list does not know; empty values are for a person to fill in."""
    told = [text for text in dict.fromkeys(texts) if not means_unknown(text) and not holds_id_number(text)]
    if pair := _pair(choices, told):
        return pair
    unsure = letters_in_doubt(choices, told)
    unknown = [text for text in told if text in unsure or known_code(choices, text) is None]
    if not unknown or code_list(choices).open or len(unknown) > _MOST_WORDS:
        return {}
    return dict.fromkeys(unknown, "") | {text: known_code(choices, text) or "" for text in told if text not in unknown}


def _pair(choices: str, texts: Sequence[str]) -> dict[str, str]:
    """What two letters mean that are yes and no in one language, where the column has no others: `E`, `H`."""
    folded = {text: fold(text) for text in texts}
    for pair in data("code_words")["pairs"].get(choices, ()):
        if set(folded.values()) == set(pair) and any(known_code(choices, each) is None for each in pair):
            return {text: code_list(choices).names[pair.index(word)] for text, word in folded.items()}
    return {}


def letters_in_doubt(choices: str, texts: Iterable[str]) -> list[str]:
    """Letters that a code list knows, but which may mean the other thing beside other letters of the column."""
    letters = data("code_words")["letters"].get(choices)
    folded = {text: fold(text) for text in texts}
    if letters is None or not set(letters["beside"]).intersection(folded.values()):
        return []
    return [text for text, word in folded.items() if word in letters["doubtful"]]


def _are_honorifics(texts: Sequence[str]) -> bool:
    """Whether most texts only say how somebody is addressed: `Sir`, `Dr`, `Smt.`; no post is called so."""
    known = frozenset(map(fold, data("words")["honorifics"]))
    return sum(fold(text) in known for text in texts) > len(texts) * _MOSTLY


def can_hold(prop: Property | None, texts: Sequence[str]) -> bool:
    """Whether what stands in the column may be values of the property at all."""
    if prop is not None and prop.name in _NAMES and texts:
        numbers = not any(map(_HAS_LETTERS.search, texts))  # the numbers of things, or shares, not their names
        return not numbers and not (prop.name == "title" and _are_honorifics(texts))
    if prop is None or not is_date(prop) or not texts:
        return True
    return any(char.isdigit() for text in texts[:50] for char in text)
