"""Dates as tables write them: the forms a mapping names, else those that mean one thing only.

A form is written with `yyyy`, `yy`, `mm`, `m`, `dd`, `d` and `mmm` (a month's name), and whatever stands between:
`dd.mm.yyyy`, `m/d/yyyy`, `d mmm yyyy`, `yy.mm`; `q` is the number of a quarter, of which the year alone is kept;
`excel` is the number of days of a workbook, `minguo`, `buddhist` and `jalali` are other calendars (`calendars.py`),
`unix` and `unix_ms` are the seconds and milliseconds since 1970. What is less exact than the form is taken as exact as
it is; nothing is made up.
"""

from __future__ import annotations

import itertools
import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import Final

from babel.dates import get_month_names

from graph.model.values import add_months
from graph.model.words import listed
from ingest.clean.dates import SURE_SERIAL, WIDE, day_of_serial
from ingest.clean.numerals import numerals_in_digits
from ingest.clean.values import ValueProblem
from ingest.mapping.calendars import CALENDARS, MINGUO
from ingest.mapping.messages import say, tell
from ingest.mapping.words import data

_LETTER: Final = r"(?:[^\W\d_]|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0900-\u0903\u093a-\u094f\u064b-\u065f\u200c])"
"""A letter, or a mark that Thai, Devanagari and Arabic letters carry."""

_PARTS: Final = {
    "yyyy": r"(?P<y>\d{4})",
    "yy": r"(?P<yy>\d{2})",
    "mmm": rf"(?P<name>{_LETTER}+(?:\.[\u0e01-\u0e2e]+)*(?:\.|-{_LETTER}+)?)",
    "mm": r"(?P<m>\d{2})",
    "m": r"(?P<m>\d{1,2})",
    "dd": r"(?P<d>\d{2})",
    "d": r"(?P<d>\d{1,2})",
    "q": r"[1-4]",
}
_TOKEN: Final = re.compile(r"'[^']*'|yyyy|yy|m{1,4}|dd?|q|\s+|.")
_PLAIN: Final = (
    "yyyy", "yyyy년", "yyyy년 m월", "yyyy년 m월 d일", "yyyy년m월", "yyyy년m월d일",
    "yyyy年", "yyyy年度", "yyyy-m-d", "yyyy-m", "yyyy/m/d", "yyyy/m", "yyyy.m.d", "yyyy.m", "yyyy年m月d日", "yyyy年m月",
    "Qq yyyy", "yyyy Qq", "yyyy-Qq", "yyyyQq", "q. Quartal yyyy", "yyyy年第q季度", "yyyy年q季度",
    "yyyymmdd", "yyyymm", "d.m.yyyy", "d mmm yyyy", "mmm d, yyyy", "mmm yyyy", "d. mmm yyyy", "d-mmm-yyyy", "mmm-yyyy",
    "yyyy mmm d", "yyyy mmm", "d 'de' mmm 'de' yyyy", "mmm 'de' yyyy", "d.mmm yyyy", "d/mmm/yyyy",
    "yyyy-mmm-d", "m.yyyy", "m/yyyy", "d.mmm.yyyy", "d. m. yyyy", "yyyy. m. d.", "yyyy.m.d.", "d mmm, yyyy",
    "mmm d yyyy", "d mmm yyyy 'r.'",
    "yyyy 'г.р.'", "yyyy 'г.'", "d.m.yyyy 'г.р.'", "d.m.yyyy 'г.'", "d mmm yyyy 'г.'", "mmm yyyy 'г.'",
)  # fmt: skip
_PLAIN_IN_FULL: Final = ("d-mmm-yy",)
"""Forms that are not read without their day: `Jun-12` may be a day of June as well."""

_ISO: Final = "yyyy-mm-dd"
"""What a whole day of a workbook is as text, and what means one thing only beside any form of our calendar."""

AUTO: Final = "auto"
"""Beside named forms: the forms that mean one thing only are read as well."""

_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ZONE: Final = r"\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)"
_TIME: Final = r"(?:(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?|T\d{4}(?:\d{2}(?:[.,]\d+)?)?)"
_HALF: Final = r"(?:\s*[AaPp]\.?[Mm]\.?)"
_CLOCK: Final = re.compile(rf"(?<=\d)(?:{_TIME}{_HALF}?{_ZONE}?|(?<=\d\d-\d\d)Z)$")
_NO_DAY: Final = re.compile(r"^\+?(\d{4}(?:-(?!00)\d\d)?)(?:-00){1,2}$|^\+(?=\d{4}-)")
"""A month or day of nought, which says that it is not known, and the sign of years as linked data writes them."""
_WEEKDAY: Final = re.compile(r"([^\W\d_]{2,12})\.?,\s*(?=\d)")
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|re|º|ª|°)(?=\W)")
_STRPTIME: Final = {
    **dict.fromkeys(("%d", "%-d", "%#d", "%e"), "d"),
    **dict.fromkeys(("%m", "%-m", "%#m"), "m"),
    "%Y": "yyyy",
    "%y": "yy",
    "%b": "mmm",
    "%B": "mmmm",
    "%h": "mmm",
    "%F": "yyyy-mm-dd",
    "%%": "'%'",
}
_HOURS: Final = re.compile(
    r"(?:'T'|T|[\s,]+)(?:%-?[HI]:%M(?::%S(?:[.,]%f)?)?|%[TRX]|[Hh]{1,2}:[Mm]{2}(?::[Ss]{2}(?:[.,][SsFf]+)?)?)"
    r"(?:\s*(?:%p|[Aa](?:[Mm](?:/[Pp][Mm])?)?))?(?:\s*(?:%[zZ]|[XZz]{1,3}|'Z'))?$"
)
"""A time of day at the end of a form: it is left away in the texts as well."""
_NO_PART: Final = re.compile("[A-PR-Za-pr-z%]")
"""What a form may not hold outside of quotes; `Q` is what is written before the number of a quarter."""
_TWO_OF_A_YEAR: Final = ("aa", "jj")
"""Letters that are a month or day here and a year of two digits there."""
_RUN: Final = re.compile(r"([^\W\d_])\1+", re.IGNORECASE)
_SPELLED: Final = str.maketrans("YMD", "ymd")
_FOUR_DIGITS: Final = 1000
_MONTHS: Final = 12
_SLASHED: Final = re.compile(r"\d{1,2}([/\-])\d{1,2}\1\d{2,4}")
_SERIAL: Final = re.compile(r"\d{1,5}(?:\.\d+)?")
_UNIX: Final = {"unix": 1, "unix_ms": 1000}
_BEGUN: Final = datetime(1970, 1, 1, tzinfo=UTC)
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
"""A year where days or seconds are counted: as a count it would be a day of 1904 to 1905, or of 1970."""

_SECONDS: Final = re.compile(r"-?\d{1,14}(?:\.\d+)?")
_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2400
COUNTED: Final = frozenset({"excel", *_UNIX})
"""Forms that are a number of days, seconds or milliseconds."""

Parse = Callable[[str], str]


def date_reader(forms: Sequence[str], *, pivot: int, add_years: int = 0) -> Parse:
    """The function that reads a text as `YYYY[-MM[-DD]]`; it raises ValueProblem for what is no such date.

    `pivot` is the first year two digits may mean: 1930 makes them 1930 to 2029.
    """
    auto = not forms or AUTO in forms or MINGUO in forms
    of_other = next((CALENDARS[each] for each in forms if each in CALENDARS), None)
    forms = tuple(form_of(each) for each in forms if each != AUTO and each not in CALENDARS)
    auto = auto or (of_other is not None and not forms)
    coarser = (form for each in (*forms, *(_PLAIN if auto else ())) for form in _coarser(each))
    also = () if of_other or add_years else (_ISO,)
    patterns = tuple(map(_pattern, (*coarser, *(_PLAIN_IN_FULL if auto else also))))

    @lru_cache(maxsize=65536)
    def read(text: str) -> str:
        plain = _ORDINAL.sub("", _CLOCK.sub("", _of_our_era(_without_weekday(text.translate(WIDE).strip()))))
        plain = _NO_DAY.sub(r"\1", plain)
        plain = of_other(plain) if of_other else plain
        for pattern in patterns:
            if found := pattern.fullmatch(plain):
                return _of_our_time(text, _composed(text, found.groupdict(), pivot, add_years), said=not auto)
        if COUNTED.intersection(forms) and _YEAR.fullmatch(plain):
            return f"{int(plain) + add_years:04d}"
        counted = next((form for form in forms if form in _UNIX), None)
        if counted and _SECONDS.fullmatch(plain):
            return _of_unix(text, plain, _UNIX[counted])
        if auto or "excel" in forms:
            return _of_serial(text, plain, add_years, said="excel" in forms)
        raise ValueProblem("bad-date", tell("date-not-in-form", value=text, forms=listed(forms)))

    return read


def _without_weekday(text: str) -> str:
    """`Mon, 3 Feb 2020` without its `Mon`; `May, 2020` is a month."""
    found = _WEEKDAY.match(text)
    return text[found.end() :] if found and found[1].casefold() not in month_names() else text


def _of_our_era(text: str) -> str:
    """The text with the year of a reign as a year of ours: `令和6年7月` is `2024年7月`, `元年` a first year."""
    text = numerals_in_digits(text)
    found = _era_year().match(text)
    if found is None:
        return text
    era, year = (found["era"], found["year"]) if found["era"] else (found["whole"], found["alone"])
    year = data("words")["eras"][era] + (1 if year == "元" else int(year))
    return f"{year}{text[found.end() :]}"


@cache
def _era_year() -> re.Pattern[str]:
    eras = data("words")["eras"]
    whole = "|".join(each for each in eras if len(each) > 1)
    year = r"\s*(?P<year>元|\d{1,3})"
    return re.compile(
        rf"(?P<era>{'|'.join(eras)}){year}(?=年|[./-])|(?P<whole>{whole}){year.replace('year', 'alone')}$"
    )


def form_of(written: str) -> str:
    """A form as other programs write it, in our letters: `DD.MM.YYYY`, `%d.%m.%Y %H:%M`; the time of day left out."""
    form = _HOURS.sub("", written)
    if "%" in form:
        return re.sub("%[-#]?.", lambda found: _STRPTIME.get(found[0], found[0]), form)
    form = form.translate(_SPELLED)
    return form if form in COUNTED or form in CALENDARS else _in_our_letters(form)


def _in_our_letters(form: str) -> str:
    """A form in the letters of another language: `jj/mm/aaaa`, `TT.MM.JJJJ`, `gg.aa.yyyy`; others as they are."""
    letters = data("words")["date_letters"]
    # `dd/mm/aa`, `TT.MM.JJ`: what has no other part left to be is the year
    for known in (letters, *({**letters, each: "yy"} for each in _TWO_OF_A_YEAR)):
        folded = _RUN.sub(lambda found, known=known: known.get(found[0].casefold(), found[0]), form)  # type: ignore[misc]
        if _has_each_part_once(folded):
            return folded
    return form


def _has_each_part_once(form: str) -> bool:
    parts = [found[0] for found in _RUN.finditer(form)]
    return bool({"yyyy", "yy"}.intersection(parts)) and len(set(parts)) == len(parts)


def check_form(written: str) -> None:
    """Raise ValueError for a form that no date could have: without a year, a part twice, letters that mean nothing."""
    form = form_of(written)
    if form in COUNTED or form == AUTO or form in CALENDARS:
        return
    pieces = _TOKEN.findall(form)
    parts = [each[0] for each in pieces if each in _PARTS or each == "mmmm"]
    if "y" not in parts or len(set(parts)) < len(parts):
        raise ValueError(say("bad-date-form", form=written))
    strange = [each for each in pieces if len(each) == 1 and each not in _PARTS and _NO_PART.fullmatch(each)]
    if strange:
        raise ValueError(say("strange-date-form", form=written, letters="".join(strange)))


def _coarser(form: str) -> Sequence[str]:
    """A form and what it is without the day, and the year alone: sources are often less exact than their form."""
    if form in COUNTED:
        return ()
    pieces = _TOKEN.findall(form)
    if "q" in pieces:
        return (form, "yyyy")
    monthly = ["".join(each) for each in _without_day(pieces)]
    whole_years = [each.replace("yy", "yyyy") for each in monthly if "yyyy" not in each]
    return tuple(dict.fromkeys((form, *monthly, *whole_years, "yyyy", *_marked_year(pieces))))


def _without_day(pieces: Sequence[str]) -> Iterator[list[str]]:
    """The form without its day, and without what parts the day from the rest."""
    at = next((number for number, each in enumerate(pieces) if each in ("d", "dd")), None)
    if at is None:
        return
    before, after = at, at + 1
    while before and not _is_part(pieces[before - 1]):
        before -= 1
    while after < len(pieces) and not _is_part(pieces[after]):
        after += 1
    if after < len(pieces):
        yield [*pieces[:at], *pieces[after:]]
        if before:
            yield [*pieces[:before], *pieces[at + 1 :]]
    else:
        yield list(pieces[:before])
        yield list(pieces[:at])


def _is_part(piece: str) -> bool:
    return piece in _PARTS or piece == "mmmm"


def _marked_year(pieces: Sequence[str]) -> Iterator[str]:
    """The year alone with the word that stands behind it: `1999年`, `1999 г.`."""
    at = next((number for number, each in enumerate(pieces) if each in ("yy", "yyyy")), len(pieces))
    behind = "".join(itertools.takewhile(lambda each: not _is_part(each), pieces[at + 1 :]))
    if any(map(str.isalpha, behind)):
        yield f"yyyy{behind}".rstrip()


@cache
def _pattern(form: str) -> re.Pattern[str]:
    pieces = []
    for piece in _loosened(_TOKEN.findall(form)):
        key = "mmm" if piece == "mmmm" else piece
        literal = piece.strip("'") if len(piece) > 1 else piece
        pieces.append(_PARTS.get(key, r"\s+" if piece.isspace() else re.escape(literal)))
    return re.compile("".join(pieces))


def _loosened(pieces: Sequence[str]) -> Sequence[str]:
    """A form of whole days between marks (`dd/mm/yyyy`) reads numbers without their nought as well: `3/4/2019`."""
    parts = [number for number, piece in enumerate(pieces) if _is_part(piece)]
    apart = all(other - one > 1 for one, other in itertools.pairwise(parts))
    if not apart or "yyyy" not in pieces or not {"d", "dd"}.intersection(pieces):
        return pieces
    return [{"dd": "d", "mm": "m"}.get(piece, piece) for piece in pieces]


def _composed(text: str, parts: Mapping[str, str | None], pivot: int, add_years: int) -> str:
    year = int(written) if (written := parts.get("y")) else _century(int(parts["yy"] or 0), pivot)
    year += add_years
    month = _month_of(text, parts.get("name")) if parts.get("name") else int(parts.get("m") or 0)
    day = int(parts.get("d") or 0)
    if not 1 <= year <= 2999 or month > 12 or (day and not month):
        raise ValueProblem("bad-date", tell("no-such-date", value=text))
    if not month:
        return f"{year:04d}"
    if not day:
        return f"{year:04d}-{month:02d}"
    if day > monthrange(year, month)[1]:
        raise ValueProblem("bad-date", tell("no-such-date", value=text))
    return f"{year:04d}-{month:02d}-{day:02d}"


def _century(two: int, pivot: int) -> int:
    return pivot + (two - pivot) % 100


def _month_of(text: str, name: str | None) -> int:
    found = month_names().get((name or "").casefold().rstrip("."))
    if found is None:
        raise ValueProblem("bad-date", tell("no-such-month", value=text))
    return found


@cache
def month_names() -> Mapping[str, int]:
    """Names of months, whole and short, in the languages of `data/words.toml`; where two differ the earlier holds."""
    found: dict[str, int] = {}
    for locale in data("words")["month_languages"]:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context=context, locale=locale).items():
                    found.setdefault(name.casefold().rstrip("."), number)
    for number, name in enumerate(_ROMAN, start=1):
        found.setdefault(name, number)
    return found


def _of_our_time(text: str, day: str, *, said: bool) -> str:
    """The day, unless nobody said how dates are written and its year is that of another calendar: 1395, 2563."""
    if not said and not _FIRST_YEAR <= int(day[:4]) <= _LAST_YEAR:
        raise ValueProblem("doubtful-year", tell("doubtful-year", value=text))
    return day


def _of_serial(text: str, plain: str, add_years: int, *, said: bool) -> str:
    if _SERIAL.fullmatch(plain):
        days = int(plain.split(".", maxsplit=1)[0])
        day = day_of_serial(days)
        if said or days >= SURE_SERIAL:
            return day
        raise ValueProblem("bad-date", tell("serial-not-sure", value=text, day=day))
    if _SECONDS.fullmatch(plain) and (form := _likely_unix(plain)):
        day = _of_unix(text, plain, _UNIX[form])
        raise ValueProblem("bad-date", tell("unix-not-said", value=text, day=day, form=form))
    if _SLASHED.fullmatch(plain):
        if not said and (told := _of_one_order(text, plain, add_years)):
            return _of_our_time(text, told, said=False)
        raise ValueProblem("bad-date", tell("date-ambiguous", value=text))
    raise ValueProblem("bad-date", tell("no-date", value=text))


def _of_one_order(text: str, plain: str, add_years: int) -> str | None:
    """The day where only one of the numbers can be the month, or both are the same; None where either may be."""
    one, other, year = map(int, re.split(r"[/\-]", plain))
    if year < _FOUR_DIGITS or (one != other and max(one, other) <= _MONTHS):
        return None
    month, day = sorted((one, other))
    return _composed(text, {"y": str(year), "m": str(month), "d": str(day)}, 0, add_years)


def _of_unix(text: str, plain: str, parts: int) -> str:
    """The day, in UTC, so many seconds, or parts of a second, after 1970 began."""
    try:
        return (_BEGUN + timedelta(seconds=float(plain) / parts)).date().isoformat()
    except OverflowError:
        raise ValueProblem("bad-date", tell("no-such-date", value=text)) from None


def _likely_unix(plain: str) -> str | None:
    """Seconds of the years 1973 to 2286 have nine or ten digits, milliseconds twelve or thirteen."""
    digits = len(plain.lstrip("-").split(".", maxsplit=1)[0])
    return {9: "unix", 10: "unix", 12: "unix_ms", 13: "unix_ms"}.get(digits)


def day_after(day: str) -> str:
    """The first day, month or year after a partial date: what was the last becomes the first no longer within."""
    if len(day) < len("2008-03-15"):
        return add_months(day, 12 if len(day) == len("2008") else 1)
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
