"""Findings about the order of the stretches: gaps, overlaps, falling dates, what began too early or lies ahead.

Stretches share the month in which one ends and the next begins, intervals are half-open (domain: 简历 rules 2 and 8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.clean.dates import earlier
from ingest.resume.findings import finding
from ingest.resume.kinds import is_side_study
from ingest.resume.model import ResumeFinding, Segment

_STUDIES = frozenset({"study", "party_school", "training"})


def runs_beside(segment: Segment) -> bool:
    """Whether a stretch runs beside the main line: a secondment, concurrent posts only, in-service study."""
    if segment.kind == "secondment":
        return True
    if segment.kind in _STUDIES:
        return is_side_study(segment.text)
    return bool(segment.holdings) and all(holding.concurrent for holding in segment.holdings)


def _span(segment: Segment, today: str) -> Iterator[ResumeFinding]:
    if segment.start and segment.end and earlier(segment.end, segment.start):
        yield finding("end-before-start", segment.line, segment.end, before=segment.end, after=segment.start)
    for date in _dates(segment):
        if earlier(today, date):
            yield finding("future-date", segment.line, date, before=today)


def _dates(segment: Segment) -> Iterator[str]:
    """All dates of a stretch, each once: its own, and those that the text gives for its posts and ranks."""
    told = [segment.start, segment.end]
    for holding in segment.holdings:
        told += [holding.start, holding.rank_from, holding.end]
    yield from dict.fromkeys(date for date in told if date)


def _sequence(segments: list[Segment], beside: list[Segment]) -> Iterator[ResumeFinding]:
    """Each stretch of the main line against the one before it; what runs beside it may fill a gap."""
    previous: Segment | None = None
    reached: str | None = None
    for segment in segments:
        if segment.start is None:
            previous, reached = None, None
            continue
        if previous is not None and previous.start is not None:
            yield from _pair(previous, segment, reached, beside)
        end = segment.end
        if previous and previous.start and earlier(segment.start, previous.start):
            reached = None
        reached = reached if previous and reached and end and earlier(end, reached) else end
        previous = segment


def _filled(reached: str, beside: list[Segment]) -> str:
    """How far the stretches beside the main line (a 挂职, a course) reach on from where it ended without a gap."""
    for each in beside:
        if each.start and each.end and not earlier(reached, each.start) and earlier(reached, each.end):
            reached = each.end
    return reached


def _pair(previous: Segment, segment: Segment, reached: str | None, beside: list[Segment]) -> Iterator[ResumeFinding]:
    assert previous.start is not None
    assert segment.start is not None
    start = segment.start
    if earlier(start, previous.start):
        yield finding("falling-dates", segment.line, start, before=previous.start, after=start)
        return
    if previous.open:
        yield finding("open-not-last", previous.line, previous.start, after=start)
        return
    if reached is None or (previous.end and earlier(previous.end, previous.start)):
        return
    if earlier(_filled(reached, beside), start):
        yield finding("gap", segment.line, start, before=reached, after=start)
    elif earlier(start, reached):
        yield finding("overlap", segment.line, start, before=reached, after=start)


def check(segments: Iterable[Segment], work_start: str | None, today: str) -> list[ResumeFinding]:
    """All findings about dates; `work_start` is 参加工作时间, `today` the day after which a date is in the future."""
    found: list[ResumeFinding] = []
    main: list[Segment] = []
    beside: list[Segment] = []
    for segment in segments:
        found.extend(_span(segment, today))
        if segment.parent is not None:
            continue
        (beside if runs_beside(segment) else main).append(segment)
        began = segment.start
        if work_start and began and segment.kind not in _STUDIES | {"waiting"} and earlier(began, work_start):
            found.append(finding("before-work-start", segment.line, began, before=work_start, after=began))
    found.extend(_sequence(main, beside))
    return found
