"""What is computed from the stays of colleagues: the same whatever order an engine sends rows and lists in."""

from __future__ import annotations

import random
from typing import Any

import pytest

from graph.store.answers import Thing
from queries.computed import bridges, chain, communities, strongest_ties

CADRES = 80
UNITS = 25
PARAMETERS = {"first": "cad_00", "second": "cad_79", "at_least": 1}


def rows(seed: int) -> list[dict[str, Any]]:
    """One row a cadre with five stays of one to nine years."""
    lot = random.Random(seed)
    return [
        {
            "cadre": Thing("Cadre", f"cad_{number:02}", {"name": f"干部{number}"}, str(number)),
            "stays": [
                [f"uni_{lot.randrange(UNITS)}", f"{start}-01", f"{start + lot.randint(1, 9)}-01"]
                for start in (lot.randint(1990, 2015) for _ in range(5))
            ],
        }
        for number in range(CADRES)
    ]


def shuffled(of: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    lot = random.Random(seed)
    return [row | {"stays": lot.sample(row["stays"], len(row["stays"]))} for row in lot.sample(of, len(of))]


@pytest.mark.parametrize("module", [bridges, chain, communities, strongest_ties], ids=lambda each: each.__name__)
def test_the_order_of_rows_changes_nothing(module: Any) -> None:
    told = rows(1)
    once = module.compute(told, PARAMETERS)
    assert once
    assert all(module.compute(shuffled(told, seed), PARAMETERS) == once for seed in range(8))
