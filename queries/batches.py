"""Import batches as rows: for the command line and whoever reads its JSON."""

from __future__ import annotations

from typing import Any, Final

from graph.errors import NotFoundError
from graph.model.words import sayings
from graph.store.connection import Graph
from queries.runner import run_view

_say: Final = sayings("queries")


def batches(graph: Graph, limit: int) -> list[dict[str, Any]]:
    """The newest batches: id, times, state and counts."""
    return run_view(graph, "batches", skip=0, limit=limit)


def batch(graph: Graph, batch_id: str) -> dict[str, Any]:
    """One batch with its documents; raises NotFoundError where there is none."""
    found = run_view(graph, "batch", id=batch_id)
    if not found:
        raise NotFoundError(_say("no_such_import_batch", batch_id=batch_id), hint=_say("no_such_import_batch_hint"))
    told = {name: value for name, value in found[0].items() if name != "report"}
    return told | {"documents": run_view(graph, "batch_documents", id=batch_id)}
