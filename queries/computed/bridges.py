"""Who links circles: betweenness in the co-working network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import networkx as nx

from queries.computed._colleagues import Colleagues

COLUMNS: Final = ("cadre", "betweenness", "colleagues")

_EXACT: Final = 1500
"""Up to so many cadres betweenness is exact; above, it is estimated from so many of them (Brandes and Pich 2007)."""

_STEPS: Final = 150_000_000
"""About how many steps along ties an estimate may take: in a dense network it begins from fewer cadres."""

_LEAST: Final = 50
"""Cadres from which an estimate begins at least."""


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:  # noqa: ARG001
    """Cadres by betweenness (share of shortest chains through them, 0 to 1) with the number of their colleagues."""
    colleagues = Colleagues(rows)
    network = colleagues.network()
    scores: dict[int, float] = nx.betweenness_centrality(network, k=_pivots(network), seed=1)
    order = sorted(scores, key=lambda each: (-scores[each], each))
    return [
        (colleagues.cadres[each], round(scores[each], 4), network.degree(each)) for each in order if scores[each] > 0
    ]


def _pivots(network: nx.Graph[int]) -> int | None:
    """From how many cadres an estimate begins; None where all are taken."""
    if len(network) <= _EXACT:
        return None
    return min(_EXACT, max(_LEAST, _STEPS // (2 * network.number_of_edges())))
