"""Which value holds where sources differ.

Data (`elections.toml`) ranks the kinds of source, then the newest form wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from graph.model.data_files import load_toml

Rule = Literal[
    "agreed",
    "more_exact",
    "kind_of_source",
    "newer_form",
    "newest",
    "last_resort",
    "ruling",
    "later_knows",
    "left_since",
]
"""Why a value holds; the texts of pages tell each (`webui/words/conflicts.toml`)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's value for one property."""

    value: Any
    origin: str
    form_date: str
    document: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class Elected:
    """The value that holds, whether other sources say otherwise, and the rule by which it holds."""

    value: Any
    disputed: bool
    rule: Rule = "agreed"


@cache
def _ranking() -> dict[str, int]:
    return {origin: rank for rank, origin in enumerate(load_toml(__package__, "elections.toml")["ranking"])}


@cache
def _lasting() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The properties that say nothing about the world, and by label those that change with time."""
    data = load_toml(__package__, "elections.toml")
    volatile = ((label, name) for label, names in data["volatile"].items() for name in names)
    return frozenset(data["beside"]), frozenset(volatile)


def is_beside(name: str) -> bool:
    """Whether a property only tells where something stands or what was noted beside it, so that none is wrong."""
    return name in _lasting()[0]


def elect(
    label: str, name: str, claims: Sequence[Claim], *, same: Callable[[object, object], bool] | None = None
) -> Elected:
    """The winner among claims for property `name` of a record type; claims must not be empty.

    A more exact date that agrees with a less exact one (`2008-03`, `2008`) is no dispute and holds. `same` tells
    which values are no dispute, where that is not `agree`.
    """
    first = claims[0].value
    if all(claim.value == first for claim in claims):
        return Elected(first, disputed=False)
    beside, changing = _lasting()
    volatile = name in beside or (label, name) in changing
    best = max(claims, key=lambda claim: _weight(claim, volatile=volatile))
    agreeing = [claim.value for claim in claims if agree(claim.value, best.value)]
    value = max(agreeing, key=lambda each: (len(str(each)), str(each))) if _is_text(best.value) else best.value
    opposed = [claim for claim in claims if not (same or agree)(claim.value, best.value)]
    rule = _rule(best, opposed, volatile=volatile)
    by_itself = any(each.record and each.record == best.record for each in opposed)
    disputed = name not in beside and (by_itself or not volatile)
    return Elected(value, bool(opposed) and disputed, rule)


def _rule(best: Claim, opposed: Sequence[Claim], *, volatile: bool) -> Rule:
    """Why the best holds against the strongest that says otherwise."""
    if not opposed:
        return "more_exact"
    rival = max(opposed, key=lambda claim: _weight(claim, volatile=volatile))
    ranking = _ranking()
    newer = best.form_date != rival.form_date
    if volatile and newer:
        return "newest"
    if ranking.get(best.origin, len(ranking)) != ranking.get(rival.origin, len(ranking)):
        return "kind_of_source"
    return "newer_form" if newer else "last_resort"


def _weight(claim: Claim, *, volatile: bool) -> tuple[Any, ...]:
    ranking = _ranking()
    rank = -ranking.get(claim.origin, len(ranking))
    order = (claim.form_date, rank) if volatile else (rank, claim.form_date)
    return (*order, claim.document, str(claim.value))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def agree(one: object, other: object) -> bool:
    """Whether two values can both be true: equal, or dates of which one is the other less exact."""
    if one == other:
        return True
    if not (isinstance(one, str) and isinstance(other, str)):
        return False
    short, long = sorted((one, other), key=len)
    return len(short) in (4, 7) and short[:4].isdigit() and long.startswith(f"{short}-")
