"""The running texts of a form cut into sentences, without what only orders them: numbers, headings, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.clean.numerals import plain_dates
from ingest.clean.text import is_nothing

_STOPS: Final = re.compile(r"[。；;\n\r]+")
_NUMBER: Final = re.compile(
    r"^(?:[（(]\d{1,2}[）)]|\d{1,2}(?:[、．)）]|\.(?!\d)|\.(?=(?:19|20)\d\d))|[①-⑳]|[（(]?[一二三四五六七八九十]{1,2}[、）)])\s*"
)
_HEADING: Final = re.compile(r"^(?:奖惩|奖励|惩处|惩戒|处分|奖|惩)(?:情况)?\s*(?:[：:]\s*|$)")
_NEXT: Final = re.compile(r"(?P<year>(?:19|20)\d{2})(?=[.\-/年度])|(?P<same>同年|当年)|(?P<next>次年|翌年)")


def sentences(text: str) -> Iterator[str]:
    """The sentences of 奖惩情况 or 年度考核结果 that say something, digits half width, years always named."""
    for sentence in _STOPS.split(_with_years(plain_dates(text))):
        bare = _HEADING.sub("", _NUMBER.sub("", sentence.strip())).strip(" 　\t，,、")
        if not is_nothing(bare):
            yield bare


def _with_years(text: str) -> str:
    """`2011年获嘉奖，同年9月…，次年5月…` with the years that are meant."""
    year = 0

    def named(found: re.Match[str]) -> str:
        nonlocal year
        if found["year"]:
            year = int(found["year"])
            return found[0]
        year += bool(found["next"]) if year else 0
        return f"{year}年" if year else found[0]

    return _NEXT.sub(named, text)
