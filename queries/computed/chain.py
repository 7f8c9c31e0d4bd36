"""The shortest chain of colleagues between two cadres."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import networkx as nx

from queries.computed._graph import co_working

COLUMNS: Final = ("step", "cadre", "next", "places")


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The steps from the first cadre to the second; none where no chain links them. Of equal chains, by ids."""
    network, cadres = co_working(rows)
    first, second = parameters["first"], parameters["second"]
    if first not in network or second not in network or not nx.has_path(network, first, second):
        return []
    chain = min(nx.all_shortest_paths(network, first, second))
    return [
        (number, cadres[one], cadres[two], network.edges[one, two]["places"])
        for number, (one, two) in enumerate(nx.utils.pairwise(chain), 1)
    ]
