"""The 其间 notes of a stretch: study, party school, secondments, each with dates of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.resume.brackets import groups, split_top
from ingest.resume.stretches import RANGE, Dates, from_range

_LEAD = re.compile(r"\s*(?:其间|期间)\s*[：，]?\s*")
_DATED = re.compile(rf"\s*(?:自|从|于)?\s*{RANGE.pattern}\s*[：，]?\s*(?:期间|间)?[，：]?")
_UNBRACKETED = re.compile(r"[，；。\s]?(?:其间|(?<![\u4e00-\u9fff])期间)\s*[：，]?\s*(?=\S)")
_INLINE = re.compile(rf"[，；。]\s*(?={RANGE.pattern}\s*\S)")
_NOTE_WITHIN = re.compile(rf"[，；。](?=(?:其间|期间)[：，]?{RANGE.pattern})")
_RENAMED_WITHIN = 16  # a new name of the unit is no stretch of the person's
_ONLY_DATES = re.compile(rf"\s*{RANGE.pattern}\s*(?:任|任职|主持.*工作|兼任?|挂职|在任)?\s*$")
# A further post of a note with the date it was taken up: it has no end and is no part of what stands before it.
_TAKEN_UP = re.compile(r"\s*\d{4}[.年]\d{1,2}月?\s*(?:起|开始)?(?:兼任|兼|任|改任)")
_PIECES = re.compile(rf"[；。]|[，、](?=\s*(?:自|从)?{RANGE.pattern})")


@dataclass(frozen=True, slots=True)
class Note:
    """One note: where it stands in the stretch's text, its source, dates (None where it has none) and text."""

    offset: int
    raw: str
    dates: Dates | None
    text: str


def extract(text: str) -> tuple[str, list[Note]]:
    """The text without its notes, and the notes in order."""
    notes: list[Note] = []
    kept: list[str] = []
    position = 0
    for start, end in groups(text) if "（" in text else ():
        content = text[start + 1 : end].removesuffix("）")
        if not _is_note(content):
            if inner := _NOTE_WITHIN.search(content):  # （选调生，其间：…）
                notes.extend(_pieces(content[inner.end() :], start + 1 + inner.end()))
                kept.append(f"{text[position : start + 1 + inner.start()]}）")
                position = end
            continue
        notes.extend(_pieces(content, start + 1))
        kept.append(text[position:start])
        position = end
    kept.append(text[position:])
    rest, more = _loose("".join(kept))
    return rest, notes + more


def _is_note(content: str) -> bool:
    if lead := _LEAD.match(content):
        if content.startswith("主持", lead.end()):
            return False
        return "更名" not in content[lead.end() : lead.end() + _RENAMED_WITHIN]
    dated = _DATED.match(content)
    if dated is None or _ONLY_DATES.match(content):
        return False
    return not content.startswith("更名", dated.end())


def _loose(text: str) -> tuple[str, list[Note]]:
    """Notes without brackets: `，其间…` to the end of the text, and dated ranges after a comma."""
    if "间" not in text and not any(mark in text for mark in "-—–－～~―─至到"):
        return text, []
    outside = groups(text) if "（" in text else []
    for expression in (_UNBRACKETED, _INLINE):
        for found in expression.finditer(text):
            if not any(start <= found.start() < end for start, end in outside[:50]):
                return text[: found.start()], _pieces(text[found.start() :].lstrip("，；。"), found.start())
    return text, []


def _pieces(content: str, offset: int) -> list[Note]:
    """The parts of one note; a part without a date goes on with what stands before it."""
    notes: list[Note] = []
    lead = _LEAD.match(content)
    position = lead.end() if lead else 0
    for start, piece in _cut(content, position):
        body = piece[found.end() :] if (found := _LEAD.match(piece)) else piece
        dated = _DATED.match(body) or _DATED.search(body)
        goes_on = dated is None and not found and not _TAKEN_UP.match(body)
        if goes_on and notes and notes[-1].dates is not None:
            last = notes.pop()
            notes.append(Note(last.offset, f"{last.raw}；{piece}", last.dates, f"{last.text}，{body.strip()}"))
            continue
        rest = (body[: dated.start()] + body[dated.end() :]) if dated else body
        dates = from_range(dated) if dated else None
        notes.append(Note(offset + start, piece.strip(), dates, rest.replace("（）", "").strip(" ，：；。")))
    return notes


def _cut(content: str, position: int) -> list[tuple[int, str]]:
    """Parts of a note: at ；and 。, and at a comma before a further range of dates, outside of brackets."""
    parts: list[tuple[int, str]] = []
    for start, piece in split_top(content[position:], "；。"):
        previous = 0
        for found in _PIECES.finditer(piece):
            parts.append((position + start + previous, piece[previous : found.start()]))
            previous = found.end()
        parts.append((position + start + previous, piece[previous:]))
    return [(start, piece) for start, piece in parts if piece.strip()]
