"""The end of stretches whose line gives a start and nothing more: where the next stretch of the main line begins.

`2004年9月，某局科员` and `2008年3月，某局副科长` below it is how many offices write; the first ended when the second
began, which nobody wrote: the end counts as derived, and a finding says so. The last such line goes on where the form
gives its posts as 现任职务; else nothing is known of its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.clean.dates import earlier
from ingest.resume import current
from ingest.resume.checks import runs_beside
from ingest.resume.draft import Draft, finished
from ingest.resume.findings import finding
from ingest.resume.model import Holding, ResumeFinding, Segment
from ingest.resume.places import Whereabouts


def supply(segments: list[Segment], drafts: Mapping[int, Sequence[Draft]]) -> Iterator[ResumeFinding]:
    """Give the segments at the indexes of `drafts` their ends, in place; yields a finding for each."""
    for index, own in drafts.items():
        segment = segments[index]
        end = _next_start(segments[index + 1 :])
        if end is None or segment.start is None or segment.kind == "unknown" or not earlier(segment.start, end):
            continue
        holdings = finished(own, segment.start, end, is_open=False, kind=segment.kind)
        segments[index] = replace(segment, end=end, holdings=tuple(_ended(each, end) for each in holdings))
        yield finding("end-supplied", segment.line, end)


def leave_open(segments: list[Segment], drafts: Mapping[int, Sequence[Draft]], stated: str | None) -> None:
    """Have the last segment go on, in place, where it is one of `drafts` and its posts are those stated as current."""
    last = max(drafts, default=None)
    if not stated or last is None or segments[last].end or _next_start(segments[last + 1 :]):
        return
    segment = segments[last]
    if current.check([segment], stated, Whereabouts()):
        return
    holdings = finished(drafts[last], segment.start, None, is_open=True, kind=segment.kind)
    segments[last] = replace(segment, open=True, holdings=holdings)


def _next_start(later: Sequence[Segment]) -> str | None:
    """When the next stretch of the main line begins; what tells of no post (入党, 在职学习) ends nothing."""
    for segment in later:
        tells = segment.holdings or segment.kind in {"waiting", "retired", "study", "party_school"}
        if segment.parent is None and tells and not runs_beside(segment):
            return segment.start
    return None


def _ended(holding: Holding, end: str) -> Holding:
    return replace(holding, derived=(*holding.derived, "end")) if holding.end == end else holding
