"""The shortest chain of colleagues between two cadres."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import networkx as nx

from queries.computed._colleagues import Colleagues

COLUMNS: Final = ("step", "cadre", "next", "places")

_NOBODY: Final = -1
"""The number of a cadre who has no stay at all."""


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The steps from the first cadre to the second; none where no chain links them. Of equal chains, by ids."""
    colleagues = Colleagues(rows)
    network = colleagues.network()
    first, second = (colleagues.number.get(parameters[name], _NOBODY) for name in ("first", "second"))
    if first not in network or second not in network:
        return []
    away: Mapping[int, int] = nx.single_source_shortest_path_length(network, second)
    if first not in away:
        return []
    chain = [first]
    while chain[-1] != second:
        chain.append(min(each for each in network[chain[-1]] if away[each] < away[chain[-1]]))
    cadres = colleagues.cadres
    return [
        (number, cadres[one], cadres[two], network.edges[one, two]["places"])
        for number, (one, two) in enumerate(nx.utils.pairwise(chain), 1)
    ]
