"""入党时间 as a text: the date, the parties, or none (domain.md 1a.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.model.codes import code_list
from ingest.clean.numerals import plain_dates
from ingest.clean.values import ValueProblem, read_date

_PARTS: Final = re.compile(r"(?P<stop>[；;、，,/\s]+)")
_STRONG: Final = frozenset("；;")
"""Between these stand two statements: `民建；200108` tells of two parties, `民建，2001.08` of one."""
_DATE: Final = r"(?:19|20)\d{2}[\d.\-/年月日]*"
_WORDLESS: Final = re.compile(r"[()（）:：.]|加入|参加|入党|时间|年月|转为|批准")
_CONFIRMED: Final = re.compile(rf"[（(]?{_DATE}(?:按期)?转正[）)]?")
_CPC: Final = "中共党员"
_PROBATION: Final = "中共预备党员"


@dataclass(frozen=True, slots=True)
class Membership:
    """What the text says: when the person joined the Communist Party, and the political status that follows.

    `unread` are the parts that say neither.
    """

    joined: str | None
    status: str | None
    unread: tuple[str, ...]


@dataclass(slots=True)
class _Part:
    """One part of the text: the party it names, its date, and what else stands in it."""

    text: str
    status: str | None
    date: str | None
    rest: str
    joins: bool
    """Whether it follows on the part before it without a strong stop."""


def read_party_text(text: str) -> Membership:
    """The membership of texts like `197204`, `民建`, `200108；民建`, `1998.05加入民建，2003.07加入中国共产党`.

    A date written beside another party, or right after it, is that party's and not the Communist Party's; of a
    probationary member's two dates the first counts.
    """
    joined: str | None = None
    statuses: list[str] = []
    unread: list[str] = []
    before: _Part | None = None
    for part in _parts(text):
        if part.rest:
            unread.append(part.text)
            continue
        own = part.status or (before.status if before and before.date is None and part.joins else None)
        if part.status:
            statuses.append(part.status)
        if part.date and own in (None, _CPC, _PROBATION):
            try:
                joined = joined or read_date(part.date)
            except ValueProblem:
                unread.append(part.text)
        before = part
    return Membership(joined, _status(joined, statuses), tuple(unread))


def _parts(text: str) -> list[_Part]:
    told = _CONFIRMED.sub("", plain_dates(text).strip())
    pieces = _PARTS.split(told.strip().strip("()（）"))
    stops = ["", *pieces[1::2]]
    return [
        _part(piece.strip(), joins=bool(stop) and _STRONG.isdisjoint(stop))
        for piece, stop in zip(pieces[::2], stops, strict=True)
        if piece.strip()
    ]


def _part(text: str, *, joins: bool) -> _Part:
    date = re.search(_DATE, text)
    rest = text.replace(date.group(), "", 1) if date else text
    named = _parties().search(rest)
    status = code_list("political_status").find(named.group()) if named else None
    rest = _WORDLESS.sub("", _parties().sub("", rest)).strip()
    return _Part(text, status, date.group().rstrip(".-/") if date else None, rest, joins)


@cache
def _parties() -> re.Pattern[str]:
    return re.compile(code_list("political_status").any_spelling)


def _status(joined: str | None, statuses: list[str]) -> str | None:
    if _PROBATION in statuses:
        return _PROBATION
    if joined or _CPC in statuses:
        return _CPC
    return statuses[0] if statuses else None
