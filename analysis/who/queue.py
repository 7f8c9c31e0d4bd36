"""What waits for a person: candidates nobody decided about, or about which there is something new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from analysis.who.model import ABOUT_OTHERS, Weighed

W = TypeVar("W", bound=Weighed)


def open_candidates(candidates: Iterable[W], rulings: Sequence[Mapping[str, Any]]) -> tuple[W, ...]:
    """The candidates to ask about; `rulings` are rows of the view `identity_rulings`.

    A pair that was decided about comes back when other features speak for or against it than did then.
    """
    seen = {(ruling["one"], ruling["other"]): seen_then(ruling) for ruling in rulings}
    merged = {ruling.get("goes") for ruling in rulings} - {None}
    waiting = (each for each in candidates if merged.isdisjoint(each.pair))
    return tuple(each for each in waiting if seen.get(each.pair) != set(each.facts.split()))


def next_pair(
    candidates: Iterable[W], rulings: Sequence[Mapping[str, Any]], one: str, other: str
) -> tuple[str, str] | None:
    """The pair to ask about after this one, in the order of the queue; the first where this one waits no more."""
    this = tuple(sorted((one, other)))
    waiting = [each.pair for each in open_candidates(candidates, rulings)]
    place = waiting.index(this) + 1 if this in waiting else 0
    return next((pair for pair in (*waiting[place:], *waiting[:place]) if pair != this), None)


def seen_then(ruling: Mapping[str, Any]) -> set[str]:
    """The codes of what spoke for and against when a person decided."""
    return set((ruling["facts"] or "").split()) - ABOUT_OTHERS
