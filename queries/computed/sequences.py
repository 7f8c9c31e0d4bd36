"""Sequences of posts that many cadres went through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from graph.store.answers import Thing

COLUMNS: Final = ("sequence", "count", "cadres")


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Sequences of `length` different titles, next to each other in time, with the cadres who went through them."""
    length, least = parameters["length"], parameters["at_least"]
    found: dict[tuple[str, ...], dict[str, Thing]] = {}
    for row in rows:
        titles = _changes(row["titles"])
        for start in range(len(titles) - length + 1):
            found.setdefault(tuple(titles[start : start + length]), {})[row["cadre"].id] = row["cadre"]
    common = [(" → ".join(titles), len(who), list(who.values())) for titles, who in found.items() if len(who) >= least]
    return sorted(common, key=lambda row: (-row[1], row[0]))


def _changes(titles: Sequence[str]) -> list[str]:
    """The titles without one that only repeats the one before."""
    return [title for index, title in enumerate(titles) if index == 0 or titles[index - 1] != title]
