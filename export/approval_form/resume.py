"""简历 of a cadre put together from the facts: segments where there are any, else tenures (domain.md 1a.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from export.lrmx import ResumeLine, format_resume
from graph.model.dossier import Dossier
from graph.model.postings import posting
from graph.model.records.career_segment import CareerSegment
from graph.model.records.tenure import Tenure

_UNKNOWN: Final = "？"
_SELDOM: Final = 9999


def resume_of(dossier: Dossier) -> str:
    """The text in the official layout; empty where the graph knows neither segments nor tenures."""
    segments = dossier.of(CareerSegment)
    lines = _of_segments(segments) if segments else _of_tenures(dossier.of(Tenure))
    note = dossier.cadre.membership_note
    return format_resume(lines, [note] if note else []).replace("\r\n", "\n")


def _of_segments(segments: Sequence[CareerSegment]) -> list[ResumeLine]:
    """One line a segment, in order of time; what lay within another stands below it in brackets."""
    lines: list[ResumeLine] = []
    order = sorted(segments, key=lambda each: (each.start or "9999", bool(each.within), each.line or _SELDOM, each.id))
    starts = [each for each in order if not each.within]
    lines = [ResumeLine(_point(each.start), _end(each.end, open_=bool(each.open)), each.text or "") for each in starts]
    for note in (each for each in order if each.within):
        home = _home(note, starts)
        if home is None:
            lines.append(ResumeLine(_point(note.start), _end(note.end, open_=bool(note.open)), note.text or ""))
        else:
            lines[home] = replace(lines[home], notes=(*lines[home].notes, _noted(note)))
    return lines


def _home(note: CareerSegment, segments: Sequence[CareerSegment]) -> int | None:
    """The last segment that had begun when the note's time began."""
    begun = [index for index, each in enumerate(segments) if (each.start or "9999") <= (note.start or "")]
    return begun[-1] if begun else (len(segments) - 1 if segments else None)


def _noted(note: CareerSegment) -> str:
    dates = f"{_point(note.start)}--{_end(note.end, open_=bool(note.open)) or ''}" if note.start else ""
    return f"其间：{dates}{note.text or ''}"


def _of_tenures(tenures: Iterable[Tenure]) -> list[ResumeLine]:
    """One line for what began and ended together; seconded spells stand in brackets."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    held = [each for each in tenures if each.kind != "membership"]
    for each in sorted(held, key=lambda one: (one.start or "9999", one.end or "9999", bool(one.concurrent), one.id)):
        key = (each.start or "", each.end or "", each.end_status or "")
        groups.setdefault(key, []).append(posting(each.unit_name, each.title or each.rank))
    return [
        ResumeLine(_point(start), _end(end, open_=status == "current"), "，".join(dict.fromkeys(texts)))
        for (start, end, status), texts in groups.items()
    ]


def _point(date: str | None) -> str:
    return date[:7].replace("-", ".") if date else _UNKNOWN


def _end(date: str | None, *, open_: bool) -> str | None:
    """An end as the form writes it; None while it lasts; a question mark where nobody knows."""
    if date:
        return _point(date)
    return None if open_ else _UNKNOWN
