"""Import batches as rows: for the command line and whoever reads its JSON."""

from __future__ import annotations

from typing import Any

from graph.errors import NotFoundError
from graph.store.connection import Graph
from queries.runner import run_view


def batches(graph: Graph, limit: int) -> list[dict[str, Any]]:
    """The newest batches: id, times, state and counts."""
    return run_view(graph, "batches", skip=0, limit=limit)


def batch(graph: Graph, batch_id: str) -> dict[str, Any]:
    """One batch with its documents; raises NotFoundError where there is none."""
    found = run_view(graph, "batch", id=batch_id)
    if not found:
        raise NotFoundError(
            f"没有导入批次 {batch_id!r} (no such import batch)。",
            hint="请用 zhishi batch list 查看已有的批次 (zhishi batch list shows those there are)。",
        )
    told = {name: value for name, value in found[0].items() if name != "report"}
    return told | {"documents": run_view(graph, "batch_documents", id=batch_id)}
