"""Queries under way: a page waits a while for one, says that it runs, and can have it ended; in the engine too."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Event, Lock, Semaphore, Thread
from typing import Any, Final, TypeVar, cast

from flask import request

from graph.model.words import sayings
from graph.store.errors import EngineBusy
from graph.store.runs import Run

_say: Final = sayings("webui")

T = TypeVar("T")

PATIENCE: Final = 2.0
"""Seconds a page waits before it says that the query still runs."""

_AT_ONCE: Final = 4
_MOST: Final = 24
_KEPT: Final = 120.0
"""Seconds the rows of a finished query wait for the page that asked for them."""

_FORGOTTEN: Final = 20.0
"""Seconds after which nobody seems to wait for a running query any more: its page asks every few."""

_STEP: Final = 0.25
_DISCONNECTED: Final = "waitress.client_disconnected"


@dataclass
class _Job:
    """One query in a thread of its own."""

    key: Hashable
    run: Run = field(default_factory=Run)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    begun: float = field(default_factory=time.monotonic)
    asked: float = field(default_factory=time.monotonic)
    watched: bool = False
    """Whether somebody looks after its end when its page is closed."""
    done: Event = field(default_factory=Event)
    value: Any = None
    error: Exception | None = None

    def result(self) -> Any:  # noqa: ANN401 - whatever the work returns
        """What the work returned, or its error raised."""
        if self.error is not None:
            raise self.error
        return self.value


@dataclass(frozen=True)
class Pending:
    """A query that still runs: by its token it can be ended; `seconds` is how long it has been running."""

    token: str
    seconds: int


class Runs:
    """The queries of all pages of one viewer. Some run at once, more wait, and too many are refused."""

    def __init__(self) -> None:
        self._jobs: dict[Hashable, _Job] = {}
        self._lock = Lock()
        self._room = Semaphore(_AT_ONCE)

    def get(self, key: Hashable, work: Callable[[Run], T], *, patience: float = PATIENCE) -> T | Pending:
        """What `work` returns, if that is there within `patience` seconds; else ask again with the same key.

        Raises what the work raised, and `EngineBusy` where too many wait already.
        """
        job = self._job(key, work)
        if not job.done.wait(patience):
            self._watch(job)
            return Pending(job.token, int(time.monotonic() - job.begun))
        with self._lock:
            self._jobs.pop(key, None)
        return cast("T", job.result())

    def whole(self, work: Callable[[Run], T]) -> T:
        """What `work` returns, however long that takes; ended when the one who asked closes the connection."""
        gone = request.environ.get(_DISCONNECTED, bool)
        job = self._job(object(), work)
        while not job.done.wait(_STEP):
            job.asked = time.monotonic()
            if gone():
                job.run.cancel()
        with self._lock:
            self._jobs.pop(job.key, None)
        return cast("T", job.result())

    def wait(self, token: str, *, patience: float = PATIENCE) -> Pending | None:
        """The query of this token if it still runs after `patience` seconds; None when its rows can be asked for."""
        job = self._of(token)
        if job is None:
            return None
        job.asked = time.monotonic()
        return None if job.done.wait(patience) else Pending(token, int(time.monotonic() - job.begun))

    def cancel(self, token: str) -> bool:
        """End a query and wait until it has ended; False where there is none of this token, or no more."""
        job = self._of(token)
        if job is None:
            return False
        job.run.cancel()
        job.done.wait(PATIENCE)
        with self._lock:
            self._jobs.pop(job.key, None)
        return True

    def _of(self, token: str) -> _Job | None:
        with self._lock:
            return next((each for each in self._jobs.values() if each.token == token), None)

    def _job(self, key: Hashable, work: Callable[[Run], Any]) -> _Job:
        with self._lock:
            self._tidy()
            if found := self._jobs.get(key):
                found.asked = time.monotonic()
                return found
            if len(self._jobs) >= _MOST:
                raise EngineBusy(
                    _say("too_many_queries_run"),
                    hint=_say("too_many_queries_run_hint"),
                )
            job = self._jobs[key] = _Job(key)
        Thread(target=self._work, args=(job, work), daemon=True, name="query").start()
        return job

    def _work(self, job: _Job, work: Callable[[Run], Any]) -> None:
        try:
            with self._room:
                job.run.check()
                job.value = work(job.run)
        except Exception as error:  # noqa: BLE001 - raised again where somebody waits for it
            job.error = error
        finally:
            job.done.set()

    def _watch(self, job: _Job) -> None:
        """From now on the page must ask for the query again and again, or it is ended."""
        job.asked = time.monotonic()
        with self._lock:
            begins, job.watched = not job.watched, True
        if begins:
            Thread(target=_end_when_forgotten, args=(job,), daemon=True, name="watch").start()

    def _tidy(self) -> None:
        """Drop rows nobody fetched."""
        now = time.monotonic()
        for job in list(self._jobs.values()):
            if job.done.is_set() and now - job.asked > _KEPT:
                del self._jobs[job.key]


def _end_when_forgotten(job: _Job) -> None:
    """End a query whose page was closed: nobody else may come by who would notice."""
    while not job.done.wait(_STEP):
        if time.monotonic() - job.asked > _FORGOTTEN:
            job.run.cancel()
            return
