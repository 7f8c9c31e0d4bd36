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


def seen_then(ruling: Mapping[str, Any]) -> set[str]:
    """The codes of what spoke for and against when a person decided."""
    return set((ruling["facts"] or "").split()) - ABOUT_OTHERS
