"""Imports and undoings under way: each in a thread of its own, so that a page can tell how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import Final

from graph.errors import ZhishiError

PATIENCE: Final = 1.5
"""Seconds a page waits for an import to end before it says that it is still running."""

_MOST: Final = 200


@dataclass
class Job:
    """How far an import, a look at what one would change, or an undoing has come."""

    dry_run: bool
    file: str = ""
    done: int = 0
    total: int = 0
    facts: int = 0
    begun: float = field(default_factory=time.monotonic)
    ended: Event = field(default_factory=Event)
    error: ZhishiError | None = None
    broken: bool = False

    def progress(self, file: str, done: int, total: int) -> None:
        """Called as each file is done."""
        self.file, self.done, self.total = file, done, total

    @property
    def running(self) -> bool:
        """Whether it has not ended, after a short wait for that."""
        return not self.ended.wait(PATIENCE)

    @property
    def succeeded(self) -> bool:
        """Whether it has ended, and nothing went wrong."""
        return self.ended.is_set() and self.error is None and not self.broken

    @property
    def seconds(self) -> int:
        """How long it has been running."""
        return int(time.monotonic() - self.begun)


class Jobs:
    """The imports of one viewer by the token of their upload; the engine lets one write at a time."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()

    def start(self, token: str, job: Job, work: Callable[[Job], None]) -> None:
        """Begin, unless that upload is being worked on already."""
        with self._lock:
            if (before := self._jobs.get(token)) and not before.ended.is_set():
                return
            self._jobs[token] = job
            for old in list(self._jobs)[:-_MOST]:
                del self._jobs[old]
        Thread(target=_run, args=(job, work), daemon=True, name="import").start()

    def of(self, token: str) -> Job | None:
        """The last work on that upload; None where there was none since the viewer began."""
        with self._lock:
            return self._jobs.get(token)


def _run(job: Job, work: Callable[[Job], None]) -> None:
    job.broken = True
    try:
        work(job)
        job.broken = False
    except ZhishiError as error:
        job.error, job.broken = error, False
    finally:
        job.ended.set()
