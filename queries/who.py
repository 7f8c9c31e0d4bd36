"""The rows that tell who two cadres are."""

from __future__ import annotations

from typing import Any

from graph.store.connection import Graph
from queries.runner import run_view


def rows_of_pair(graph: Graph, one: str, other: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Both cadres as `who_persons` tells them, and the names of all that may bear theirs; `[]` where one is gone."""
    rows = run_view(graph, "who_pair", ids=[one, other])
    if len(rows) != 2:
        return [], []
    return rows, [row["name"] for row in run_view(graph, "who_namesakes", ids=[one, other])]
