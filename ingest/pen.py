"""Writing beside whoever prepares what comes next: portions go to the engine one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from graph.store.facts import Fact
from ingest.diff import Difference

_AHEAD: Final = 2
"""Portions that may be under way: one being written and one ready, so that neither side stands still for the other."""


@dataclass(slots=True)
class _Portion:
    """What is being written: about what, what the engine will hold afterwards, and whether it takes anything away."""

    written: Future[int]
    about: set[str]
    made: dict[str, Fact]
    takes_away: bool


class Pen:
    """Hands portions to a thread that writes them in their order; none is written after one that failed."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="load")
        self._portions: deque[_Portion] = deque()
        self._writes = 0

    def write(self, work: Callable[[], int], difference: Difference, about: set[str]) -> None:
        """Write a portion about these ids when its turn comes; raises what the engine raised of an earlier one."""
        while len(self._portions) >= _AHEAD:
            self._finish()
        before = self._portions[-1].written if self._portions else None

        def in_turn() -> int:
            if before is not None:
                before.result()
            return work()

        made = {fact.id: fact for fact in _left_by(difference)}
        portion = _Portion(self._thread.submit(in_turn), about, made, difference.takes_away)
        self._portions.append(portion)

    def wait(self) -> int:
        """Until everything is written; returns the writes since the last call and raises what the engine raised."""
        while self._portions:
            self._finish()
        writes, self._writes = self._writes, 0
        return writes

    def is_about(self, ids: set[str]) -> bool:
        """Whether something about one of these is under way."""
        return any(portion.about & ids for portion in self._portions)

    @property
    def takes_away(self) -> bool:
        """Whether something under way removes facts or relations, so that what is read now may be gone then."""
        return any(portion.takes_away for portion in self._portions)

    def under_way(self, ids: Iterable[str]) -> dict[str, Fact]:
        """Of these ids the nodes that are made or changed by what is under way, as they will be."""
        asked = list(ids)
        return {name: portion.made[name] for portion in self._portions for name in asked if name in portion.made}

    def close(self) -> None:
        """End the thread once it has written what it was given."""
        self._thread.shutdown()

    def _finish(self) -> None:
        self._writes += self._portions.popleft().written.result()


def _left_by(difference: Difference) -> Iterable[Fact]:
    yield from difference.stubs
    yield from difference.created
    for _, fact in (*difference.filled, *difference.changed):
        yield fact
