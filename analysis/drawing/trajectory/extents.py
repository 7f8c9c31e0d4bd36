"""Over which stretch a tenure is drawn, also where its start or end is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.career.model import Career, Held
from analysis.drawing.trajectory.scale import in_months

SHORTEST = 0.25
"""Months a tenure is drawn long at least, so that it is seen."""
UNDATED = 12
"""Months given to a tenure of which neither bound nor neighbour is known."""


@dataclass(frozen=True, slots=True)
class Extent:
    """[start, end) in months; `start_known` and `end_known` are false where a bound was only placed for the drawing."""

    start: float
    end: float
    start_known: bool
    end_known: bool
    current: bool


def extents(career: Career) -> Mapping[str, Extent]:
    """The stretch of each tenure; a sequence without inner dates shares its time in equal parts."""
    found: dict[str, Extent] = {}
    now = in_months(career.as_of)
    begin = in_months(career.head.work_start) if career.head.work_start else None
    tenures = career.tenures
    for number, held in enumerate(tenures):
        if held.id not in found:
            for each, extent in _chain(_following(tenures, number), tenures, now, begin):
                found.setdefault(each.id, extent)
    return found


def _following(tenures: Sequence[Held], number: int) -> list[Held]:
    """The tenure and those after it that hang together by unknown bounds."""
    chain = [tenures[number]]
    for each in tenures[number + 1 :]:
        loose = chain[-1].end is None and chain[-1].status != "current" and each.start is None
        if not loose:
            break
        chain.append(each)
    return chain


def _chain(
    chain: Sequence[Held], tenures: Sequence[Held], now: float, begin: float | None
) -> list[tuple[Held, Extent]]:
    last = chain[-1]
    if len(chain) == 1 and last.start is None and last.end is None and last.status != "current":
        return [(last, _beside(last, tenures, now, begin))]
    end = in_months(last.end) if last.end else now if last.status == "current" else None
    start = in_months(chain[0].start) if chain[0].start else _last_known_before(tenures, end)
    if start is None:
        start = (end if end is not None else now) - UNDATED * len(chain)
    if end is None:
        end = _next_known_after(tenures, start, now)
    part = max(end - start, SHORTEST) / len(chain)
    return [(held, _extent(held, start + part * index, part)) for index, held in enumerate(chain)]


def _beside(held: Held, tenures: Sequence[Held], now: float, begin: float | None) -> Extent:
    """Without any date of its own a tenure is drawn as long as the dated one before it in the order.

    Where none is dated it may have been at any time since work began.
    """
    dated = [each for each in tenures[: tenures.index(held)] if each.start and each.kind != "secondment"]
    if not dated:
        start = begin if begin is not None and begin < now else now - UNDATED
        return Extent(start, now, start_known=False, end_known=False, current=False)
    start = in_months(dated[-1].start or "")
    end = in_months(dated[-1].end) if dated[-1].end else now
    return Extent(start, max(end, start + SHORTEST), start_known=False, end_known=False, current=False)


def _extent(held: Held, start: float, length: float) -> Extent:
    current = held.status == "current"
    return Extent(start, start + length, held.start is not None, held.end is not None or current, current)


def _last_known_before(tenures: Sequence[Held], end: float | None) -> float | None:
    starts = [in_months(each.start) for each in tenures if each.start]
    return max((each for each in starts if end is None or each < end), default=None)


def _next_known_after(tenures: Sequence[Held], start: float, now: float) -> float:
    starts = [in_months(each.start) for each in tenures if each.start]
    return min((each for each in starts if each > start), default=now)
