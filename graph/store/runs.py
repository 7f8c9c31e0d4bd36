"""A query under way that another thread may end, in the engine too."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from threading import Lock, Timer
from typing import Final, Protocol

from graph.model.words import sayings
from graph.store.errors import QueryCancelled

_say: Final = sayings("graph.store")

METADATA: Final = "zhishi_run"
"""Under this name a transaction carries the tag of its run, where the engine keeps such data."""


GRACE: Final = 15.0
"""Seconds a query may go on after it was told to end, before the engine is forced."""


class _Tags:
    """Tags no two runs have at the same time, used again: a text with a new one is a new text to a cache of plans."""

    def __init__(self) -> None:
        self._process = secrets.token_hex(6)
        self._numbers = count(1)
        self._free: list[str] = []
        self._lock = Lock()

    @contextmanager
    def one(self) -> Iterator[str]:
        """A tag for as long as it is needed: letters and digits, as an engine may get it inside of a comment."""
        with self._lock:
            tag = self._free.pop() if self._free else f"{self._process}n{next(self._numbers)}"
        try:
            yield tag
        finally:
            with self._lock:
                self._free.append(tag)


_TAGS: Final = _Tags()


class Ends(Protocol):
    """What an engine can do to a query under way."""

    def end(self, tag: str) -> None:
        """End the query of that tag, if the engine is at it."""

    def force(self) -> bool:
        """End what does not listen; False where that is not possible at the moment."""


class Run:
    """One run of one query. Give it to `Graph.run`, and call `cancel` from any other thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._end: Callable[[], None] | None = None
        self._force: Callable[[], bool] | None = None
        self._clocks: list[Timer] = []
        self._cancelled = False
        self._overdue = False

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked for the end of it."""
        return self._cancelled

    @property
    def overdue(self) -> bool:
        """Whether it was told to end because its time was over."""
        return self._overdue

    def cancel(self) -> None:
        """End the query, now or before it starts. Safe to call at any time and more than once."""
        with self._lock:
            self._cancelled = True
            self._stop()

    def check(self) -> None:
        """Raise `QueryCancelled` when somebody asked for the end."""
        if self._cancelled:
            raise QueryCancelled(_say("query_cancelled"), hint=_say("query_cancelled_hint"))

    @contextmanager
    def under_way(self, engine: Ends, *, seconds: float | None) -> Iterator[str]:
        """The tag of this run while the engine works, which is told to end it by `cancel`, or after `seconds`."""
        with _TAGS.one() as tag:
            with self._lock:
                self.check()
                self._end, self._force = lambda: engine.end(tag), engine.force
                if seconds is not None:
                    self._after(seconds, self._time_out)
            try:
                yield tag
            except (KeyboardInterrupt, SystemExit):
                self.cancel()
                raise
            finally:
                # under the lock: once this is left, nobody ends what the tag is used for next
                with self._lock:
                    self._end = self._force = None
                    while self._clocks:
                        self._clocks.pop().cancel()

    def _after(self, seconds: float, call: Callable[[], None]) -> None:
        clock = Timer(seconds, call)
        clock.daemon = True
        self._clocks.append(clock)
        clock.start()

    def _time_out(self) -> None:
        with self._lock:
            self._overdue = True
            self._stop()

    def _stop(self) -> None:
        if self._end:
            self._end()
            self._after(GRACE, self._insist)

    def _insist(self) -> None:
        """It was told to end and goes on: a loop inside an expression hears nothing."""
        with self._lock:
            if self._force and not self._force():
                self._after(GRACE, self._insist)
