"""Which two served together at the most units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from queries.computed._colleagues import Colleagues

COLUMNS: Final = ("first", "second", "places", "newest")


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Pairs with at least `at_least` units in common, those with the most first, then those that began last."""
    colleagues = Colleagues(rows)
    ties = [(pair, tie) for pair, tie in colleagues.ties().items() if tie.places >= parameters["at_least"]]
    ties.sort(key=lambda each: each[0])
    ties.sort(key=lambda each: (each[1].places, each[1].newest), reverse=True)
    cadres = colleagues.cadres
    return [(cadres[one], cadres[two], tie.places, tie.newest) for (one, two), tie in ties]
