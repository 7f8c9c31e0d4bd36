"""入党时间 as a text: the date, the parties, or none (domain.md 1a.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.model.codes import code_list
from ingest.clean.values import ValueProblem, read_date

_PARTS: Final = re.compile(r"[；;、，,/\s]+")
_WORD_AND_DATE: Final = re.compile(r"(?P<word>\D*?)(?P<date>(?:19|20)\d{2}[\d.\-年月日]*)?")
_CPC: Final = "中共党员"


@dataclass(frozen=True, slots=True)
class Membership:
    """What the text says: when the person joined the Communist Party, and the political status that follows.

    `unread` are the parts that say neither.
    """

    joined: str | None
    status: str | None
    unread: tuple[str, ...]


def read_party_text(text: str) -> Membership:
    """The membership of texts like `197204`, `民建`, `无党派`, `200108；民建`, `(民建)`, `民建2001.08`.

    A date written beside another party is that party's and not the Communist Party's.
    """
    joined: str | None = None
    statuses: list[str] = []
    unread: list[str] = []
    for part in _PARTS.split(text.strip().strip("()（）")):
        found = _WORD_AND_DATE.fullmatch(part)
        word, date = (found["word"].strip("()（）"), found["date"]) if found else (part, None)
        status = code_list("political_status").find(word) if word else None
        if word and status is None:
            unread.append(part)
            continue
        if status:
            statuses.append(status)
        if date and status in (None, _CPC, "中共预备党员"):
            try:
                joined = read_date(date)
            except ValueProblem:
                unread.append(part)
    return Membership(joined, _status(joined, statuses), tuple(unread))


def _status(joined: str | None, statuses: list[str]) -> str | None:
    if "中共预备党员" in statuses:
        return "中共预备党员"
    if joined or _CPC in statuses:
        return _CPC
    return statuses[0] if statuses else None
