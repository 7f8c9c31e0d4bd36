"""Gaps of which no source tells, and overlaps that nothing explains: half-open, by months (domain.md 1a.4, 8)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from analysis.career.day import Day
from analysis.career.model import Gap, Held, Overlap, Stretch
from analysis.career.posts import nearness
from analysis.career.work import shared_months
from graph.model.values import month_index


def find_gaps(tenures: Sequence[Held], segments: Sequence[Stretch], day: Day) -> tuple[Gap, ...]:
    """The months between the first thing known and the day that neither a tenure nor a résumé line covers.

    A stretch with an unknown end may have gone on: it covers what follows up to the next start.
    """
    spans = sorted(_spans(tenures, segments, day))
    found: list[Gap] = []
    reached = spans[0][1] if spans else 0
    for start, end in spans:
        if start > reached:
            found.append(Gap(_month(reached), _month(start), start - reached))
        reached = max(reached, end)
    last = month_index(day.text)
    if spans and last > reached:
        found.append(Gap(_month(reached), _month(last), last - reached))
    return tuple(found)


def find_overlaps(
    tenures: Sequence[Held], segments: Sequence[Stretch], ahead: Collection[str] = ()
) -> tuple[Overlap, ...]:
    """The months that two lines of the résumé, or without a résumé two posts, both claim.

    Concurrent posts, secondments, memberships, notes inside a line, posts of one body and posts taken up together are
    no overlap. `ahead` are the lines whose written end lies after the day: they run into all that begins before it.
    """
    lines = [each for each in segments if not each.within and each.start]
    if lines:
        pairs = (
            (a.start, a.end, a.text, b.start, b.end, b.text)
            for a, b in combinations(lines, 2)
            if _ended(a, b, ahead) and not _is_retold(a, b)
        )
    else:
        posts = [each for each in tenures if each.kind == "post" and not each.concurrent and each.start]
        pairs = (
            (a.start, a.end, _name(a), b.start, b.end, _name(b))
            for a, b in combinations(posts, 2)
            if a.start != b.start and not nearness(a.unit, b.unit) and a.status != "unknown"
        )
    return tuple(_overlap(pair) for pair in pairs if shared_months(pair[0], pair[1], pair[3], pair[4]))


def _is_retold(first: Stretch, second: Stretch) -> bool:
    """Whether it is one line that two sources date differently, which is told as disputed."""
    records = {each.record_id for each in first.sources}
    return first.text == second.text and records.isdisjoint(each.record_id for each in second.sources)


def _ended(first: Stretch, second: Stretch, ahead: Collection[str]) -> bool:
    """An open line that others follow is a finding of its own; a study beside work is told in a line of its own."""
    ended = first.end is not None or first.id in ahead
    return ended and second.kind not in ("study", "training", "party_school", "secondment")


def _overlap(pair: tuple[str | None, str | None, str, str | None, str | None, str]) -> Overlap:
    start, end, first, other_start, other_end, second = pair
    begin = max(start or "", other_start or "")
    over = min(each for each in (end, other_end, "9999") if each)
    return Overlap(begin, over, shared_months(start, end, other_start, other_end), first, second)


def _spans(tenures: Sequence[Held], segments: Sequence[Stretch], day: Day) -> Iterator[tuple[int, int]]:
    working = [each for each in tenures if each.kind != "membership"]
    everything: list[Held | Stretch] = [*working, *segments]
    dated = [each for each in everything if each.start]
    starts = sorted(month_index(each.start or "") for each in dated)
    today = month_index(day.text)
    for each in dated:
        start = month_index(each.start or "")
        if each.end:
            yield start, month_index(each.end)
        elif each.status == "current":
            yield start, today
        else:
            yield start, next((other for other in starts if other > start), today)
    for each in working:
        if each.start is None and each.end:
            end = month_index(each.end)
            yield max((other for other in starts if other < end), default=end), end


def _name(held: Held) -> str:
    return " ".join(part for part in (held.unit, held.post) if part)


def _month(index: int) -> str:
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
