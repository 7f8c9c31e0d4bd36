"""Whether the last stretch of a résumé tells of the posts that the form gives as 现任职务."""

from __future__ import annotations

from functools import lru_cache

from graph.model.reforms import RENAMED, later_names
from ingest.clean.text import comparable, strip_invisible, widths
from ingest.resume.brackets import without_brackets
from ingest.resume.checks import runs_beside
from ingest.resume.draft import Draft
from ingest.resume.findings import finding
from ingest.resume.lexicon import ABBREVIATIONS, any_of
from ingest.resume.model import Holding, ResumeFinding, Segment
from ingest.resume.places import Whereabouts
from ingest.resume.reader import Reader

_SHORT = any_of(ABBREVIATIONS)
_LONGEST = 2000


@lru_cache(maxsize=8192)
def short(name: str) -> str:
    """A unit's name with its usual abbreviations, for comparing only."""
    return _SHORT.sub(lambda found: ABBREVIATIONS[found[0]], comparable(name))


def same_unit(first: str | None, second: str | None) -> bool:
    """Whether two names may mean one unit: equal when abbreviated, or one the ending of the other."""
    if not first or not second:
        return True
    left, right = short(first), short(second)
    return left == right or left.endswith(right) or right.endswith(left)


def _same(holding: Holding, draft: Draft) -> bool:
    if holding.post is None or holding.post != draft.post:
        return False
    return same_unit(holding.unit, draft.unit) or _renamed(holding.unit or "", draft.unit)


def _renamed(before: str, now: str | None) -> bool:
    """Whether a résumé left open under the old name is of the body that a reform gave the name stated now."""
    return any(each.kind == RENAMED and same_unit(name, now) for name, each in later_names(before))


def _last(segments: list[Segment]) -> Segment | None:
    main = [segment for segment in segments if segment.parent is None and not runs_beside(segment)]
    return main[-1] if main else None


def _plain(text: str) -> str:
    return without_brackets(comparable(text))


def check(segments: list[Segment], stated: str | None, whereabouts: Whereabouts) -> list[ResumeFinding]:
    """A finding where a post of the last stretch is not stated as current, or the other way round.

    Concurrent posts, secondments, ranks and posts of other open stretches give no alarm.
    """
    last = _last(segments)
    if not stated or last is None or len(stated) > _LONGEST:
        return []
    text = widths(strip_invisible(stated)).strip()
    if _plain(last.text) == _plain(text):
        return []
    reader = Reader(whereabouts.copy())
    reader.read(text)
    current = [draft for draft in reader.drafts if draft.post]
    if _matches(segments, last, current):
        return []
    return [finding("current-post-mismatch", last.line, stated.strip())]


def _matches(segments: list[Segment], last: Segment, current: list[Draft]) -> bool:
    going_on = [h for segment in segments if segment.open for h in segment.holdings if h.end is None]
    held = [h for h in last.holdings if h.end == last.end or h.end_status == "current"]
    main = [h for h in held if h.kind == "post" and not h.concurrent and h.post]
    if not main and not current:
        return last.kind == "unknown" or bool(last.holdings)
    known = [*going_on, *held]
    stated = [draft for draft in current if not draft.concurrent and not draft.seconded]
    return all(any(_same(h, d) for d in current) for h in main) and all(any(_same(h, d) for h in known) for d in stated)
