"""Circles in the co-working network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import networkx as nx

from graph.store.answers import Thing
from queries.computed._colleagues import Colleagues

COLUMNS: Final = ("circle", "count", "cadres")


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:  # noqa: ARG001
    """Circles by size: number, how many cadres, and the cadres by name (Louvain method with a fixed seed)."""
    colleagues = Colleagues(rows)
    network = colleagues.network()
    circles: list[set[int]] = nx.community.louvain_communities(network, weight="places", seed=1) if network else []
    members = [sorted((colleagues.cadres[each] for each in circle), key=_by_name) for circle in circles]
    members.sort(key=lambda circle: (-len(circle), circle[0].id))
    return [(number, len(circle), circle) for number, circle in enumerate(members, 1)]


def _by_name(cadre: Thing) -> tuple[str, str]:
    return str(cadre.properties.get("name")), cadre.id
