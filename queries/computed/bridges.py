"""Who links circles: betweenness in the co-working network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import networkx as nx

from queries.computed._graph import co_working

COLUMNS: Final = ("cadre", "betweenness", "colleagues")

_EXACT: Final = 1500
"""Up to so many cadres betweenness is exact; above, it is estimated from so many of them (Brandes and Pich 2007)."""


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:  # noqa: ARG001
    """Cadres by betweenness (share of shortest chains through them, 0 to 1) with the number of their colleagues."""
    network, cadres = co_working(rows)
    pivots = None if len(network) <= _EXACT else _EXACT
    scores: dict[str, float] = nx.betweenness_centrality(network, k=pivots, seed=1)
    order = sorted(scores, key=lambda each: (-scores[each], each))
    return [(cadres[each], round(scores[each], 4), network.degree(each)) for each in order if scores[each] > 0]
