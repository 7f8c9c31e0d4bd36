"""The co-working network as networkx has it: cadres are nodes, and two who served together are tied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graph.store.answers import Thing


def co_working(rows: Sequence[Mapping[str, Any]]) -> tuple[nx.Graph[str], dict[str, Thing]]:
    """The network of rows with `one`, `two` and `places` (units in common), and the cadre of each id."""
    network: nx.Graph[str] = nx.Graph()
    cadres: dict[str, Thing] = {}
    for row in rows:
        one, two = row["one"], row["two"]
        cadres[one.id], cadres[two.id] = one, two
        network.add_edge(one.id, two.id, places=row["places"])
    return network, cadres


def by_name(cadres: Mapping[str, Thing], ids: Sequence[str]) -> list[Thing]:
    """The cadres of these ids by name, then id."""
    return [cadres[each] for each in sorted(ids, key=lambda each: (str(cadres[each].properties.get("name")), each))]
