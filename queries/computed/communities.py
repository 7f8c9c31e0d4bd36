"""Circles in the co-working network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import networkx as nx

from queries.computed._graph import by_name, co_working

COLUMNS: Final = ("circle", "count", "cadres")


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:  # noqa: ARG001
    """Circles by size: number, how many cadres, and the cadres by name (Louvain method with a fixed seed)."""
    network, cadres = co_working(rows)
    circles: list[set[str]] = nx.community.louvain_communities(network, weight="places", seed=1) if network else []
    members = [by_name(cadres, sorted(circle)) for circle in circles]
    members.sort(key=lambda circle: (-len(circle), circle[0].id))
    return [(number, len(circle), circle) for number, circle in enumerate(members, 1)]
