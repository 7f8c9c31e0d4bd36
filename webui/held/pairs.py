"""Pairs that may be one, found once for each import: over many records that takes a minute, and a page cannot wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from graph.store.connection import Graph
from queries.runner import run_view
from webui.held.runs import PATIENCE, Pending, Runs

T = TypeVar("T")
_State = tuple[object, ...]


@dataclass(frozen=True)
class Listing(Generic[T]):
    """What was found, and whether that is of the last import or of one before, while it is being found anew."""

    found: T
    fresh: bool


class Pairs:
    """What was found last, by kind of thing."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[_State, object]] = {}
        self._lock = Lock()

    def get(self, kind: str, graph: Graph, runs: Runs, find: Callable[[], T]) -> Listing[T] | Pending:
        """What `find` gives for the graph as the last import left it; where that takes long, what it gave before.

        What a person decides does not count as a change: who asks leaves out the pairs that were decided about.
        """
        state: _State = tuple(run_view(graph, "import_state")[0].values())
        with self._lock:
            known = self._known.get(kind)
        if known and known[0] == state:
            return Listing(known[1], fresh=True)  # type: ignore[arg-type]  # one kind always finds the same type
        answer = runs.get(("pairs", kind, state), lambda _: find(), patience=0.2 if known else PATIENCE)
        if isinstance(answer, Pending):
            return Listing(known[1], fresh=False) if known else answer  # type: ignore[arg-type]  # as above
        with self._lock:
            self._known[kind] = (state, answer)
        return Listing(answer, fresh=True)

    def forget(self, kind: str) -> None:
        """Find them anew when next asked."""
        with self._lock:
            self._known.pop(kind, None)
