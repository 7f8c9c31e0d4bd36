"""A line as it is read: one spelling of punctuation, dates in digits, and what dates leave out concluded and told of.

Of a working life only one century is possible for `98.07`: years of two digits are those up to the year of the form.
`2004年秋` and `2004-2005学年` tell a year and no month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.clean.numerals import dates_in_digits
from ingest.clean.text import strip_invisible, widths

DASH = r"(?:\s*(?:[-—–－～~―─‐‑‒−﹣](?:\s?[-—–－～~―─‐‑‒−﹣])*|至(?!今)|到|一{1,2}(?=\s*(?:\d{4}|\s\s)))\s*)"
NOW = r"至今|迄今|目前|现在|今|起(?=\s)"

# 1994.7-98.6: the century of the end is that of the start.
_SHORT_END = re.compile(rf"^(\s*(?:19|20))(\d\d)([.年/]\d{{1,2}}月?{DASH})(\d\d)(?=[.年/]\d{{1,2}}(?![\d.]))")
# 98.07--02.09, 04.9至今 and 98.07-2003.11, at the start of a line or of a note.
_MONTH = r"[.年/](?:0?[1-9]|1[0-2])(?!\d)月?"
_SHORT = re.compile(
    rf"(?P<before>^\s*|（\s*(?:(?:其间|期间)[：，]?)?\s*|[；，]\s*)(?P<start>(?P<first>\d\d)(?P<month>{_MONTH}))"
    rf"(?:(?P<dash>{DASH})(?:(?P<last>\d\d)(?P<until>{_MONTH})(?![\d.万亿%])|(?=(?:19|20)\d\d)|(?![\d.万亿%]))|(?=\s*(?:{NOW})))"
)
_ROUGH = re.compile(rf"((?:19|20)\d\d)年?\s?(?:[春夏秋冬]季?|[上下]半年|年?[初中底末](?=\s|，|：|{DASH}|{NOW}|$))")
_SCHOOL_YEAR = re.compile(r"((?:19|20)\d\d)\s?[-—–~～至/]{1,2}\s?((?:19|20)\d\d)\s?学年度?")
# 2006-03/2009-11: the interval of ISO 8601, and its like with points.
_INTERVAL = re.compile(rf"((?:19|20)\d\d[.年\-]\d{{1,2}}月?)\s?/\s?(?=(?:19|20)\d\d|{NOW})")
# 2001,07: a comma for the point.
_COMMA = re.compile(r"(?<!\d)((?:19|20)\d\d)[，,](?=\d{1,2}(?!\d))")
_GAP = re.compile(r"\s{3,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is read; `concluded` are the codes of findings and the dates they are about."""

    text: str
    concluded: tuple[tuple[str, str], ...] = ()


def plain(raw: str, year: int) -> Line:
    """A line with one spelling of its punctuation and whole dates; years of two digits are none after `year`."""
    text = dates_in_digits(_GAP.sub("  ", _COMMA.sub(r"\1.", widths(strip_invisible(raw)))).rstrip())
    text = _SHORT_END.sub(_with_century, _INTERVAL.sub(r"\1--", text))
    if not text.lstrip()[:2].isdigit() and "（" not in text:
        return Line(text)
    concluded: list[tuple[str, str]] = []
    text = _SHORT.sub(lambda found: _whole_years(found, year, concluded), text)
    text = _SCHOOL_YEAR.sub(lambda found: _told(found, rf"{found[1]}--{found[2]}", concluded), text, count=1)
    head, gap, rest = text.partition("  ")
    head = _ROUGH.sub(lambda found: _told(found, f"{found[1]}年", concluded), head)
    return Line(head + gap + rest, tuple(concluded))


def _told(found: re.Match[str], read: str, concluded: list[tuple[str, str]]) -> str:
    concluded.append(("rough-date", found[0].strip()))
    return read


def _with_century(found: re.Match[str]) -> str:
    century = found[1].strip() if found[4] >= found[2] else str(int(found[1]) + 1)
    return f"{found[1]}{found[2]}{found[3]}{century}{found[4]}"


def _whole_years(found: re.Match[str], year: int, concluded: list[tuple[str, str]]) -> str:
    """The dates of a range with their centuries; an end is none before its start."""
    start = 2000 + int(found["first"])
    start -= 100 if start > year else 0
    concluded.append(("century-supplied", f"{start}{found['month']}"))
    read = f"{found['before']}{start}{found['month']}{found['dash'] or ''}"
    if found["last"] is None:
        return read
    end = start - start % 100 + int(found["last"])
    return f"{read}{end + 100 if end < start else end}{found['until']}"
