"""Which imports have not ended: who reads meanwhile is told, since what is there may be half of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store.connection import Graph
from queries.runner import run_view


@dataclass(frozen=True, slots=True)
class RunningImport:
    """A batch that has not reached its last write; `since` is when it began, ISO, UTC."""

    batch: str
    since: str


def running_imports(graph: Graph) -> list[RunningImport]:
    """The imports under way, or dead and not yet taken back; none in ordinary times."""
    return [RunningImport(row["id"], (row["started_at"] or "")[:19]) for row in run_view(graph, "running_import")]
