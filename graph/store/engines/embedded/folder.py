"""What the embedded engine keeps on disk: its state, its locks and the leases of those who use it.

A lease is a file locked by the process that uses the engine. The kernel lets go of the lock when the process ends,
however it ends, so a lease that can be locked is a lease of the dead.
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from graph.model.refused import refused_because
from graph.model.words import sayings
from graph.store.errors import DataFolderError

_say: Final = sayings("graph.store")

_OWNER_ONLY: Final = 0o600
_LEAST_FREE: Final = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class State:
    """How to reach the running server. Secrets stay out of the repr."""

    supervisor_pid: int
    java_pid: int
    bolt_port: int
    http_port: int
    root_password: str = field(repr=False)
    reader_password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EngineFolder:
    """The folder `engine` inside the data folder; only its owner may look into it."""

    root: Path

    @classmethod
    def of(cls, data: Path) -> EngineFolder:
        """The folder of a data folder, which need not be there."""
        return cls(data / "engine")

    @classmethod
    def prepare(cls, data: Path) -> EngineFolder:
        """Make the folder where it is missing; raises `DataFolderError` when it cannot be used or its disk is full."""
        folder = cls.of(data)
        try:
            folder.leases.mkdir(parents=True, exist_ok=True)
            folder.root.chmod(0o700)
            write_private(folder.root / "probe", "ok")
        except OSError as error:
            raise DataFolderError(
                _say("data_folder_unusable", data=data, strerror=refused_because(error)),
                hint=_say("data_folder_unusable_hint"),
            ) from error
        if full := folder.full_disk():
            raise full
        return folder

    def full_disk(self) -> DataFolderError | None:
        """The error to raise when the disk has no room for the engine to work in; None while it has."""
        if shutil.disk_usage(self.root).free >= _LEAST_FREE:
            return None
        return DataFolderError(
            _say("disk_full_in_data_folder", root=self.root),
            hint=_say("disk_full_in_data_folder_hint"),
        )

    @property
    def holds_graph(self) -> bool:
        """Whether a database was made here before."""
        return any(self.root.glob("*/databases/*"))

    @property
    def state_file(self) -> Path:
        """Ports and passwords of the running server, readable by its owner only."""
        return self.root / "state.json"

    @property
    def failure_file(self) -> Path:
        """Why the last start failed."""
        return self.root / "failure.json"

    @property
    def arguments_file(self) -> Path:
        """What Java is started with, the password among it."""
        return self.root / "java.args"

    @property
    def log_file(self) -> Path:
        """What the server printed since its last start."""
        return self.root / "engine.log"

    @property
    def home(self) -> Path:
        """The server's own files, the graph among them."""
        return self.root / "server"

    @property
    def leases(self) -> Path:
        """One locked file for each user of the engine."""
        return self.root / "leases"

    def start_lock(self) -> FileLock:
        """Held while the server is being started, stopped, joined or its leases counted."""
        return self._lock("start")

    def supervisor_lock(self) -> FileLock:
        """Held by the supervisor as long as it lives."""
        return self._lock("supervisor")

    def write_lock(self) -> FileLock:
        """Held by the one process that writes."""
        return self._lock("write")

    def _lock(self, name: str) -> FileLock:
        return FileLock(self.root / f"{name}.lock", mode=_OWNER_ONLY, thread_local=False)

    def is_supervised(self) -> bool:
        """Whether a supervisor lives."""
        return _is_held(self.supervisor_lock())

    def read_state(self) -> State | None:
        """The state somebody wrote; None when there is none or it cannot be read."""
        try:
            return State(**json.loads(self.state_file.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write_state(self, state: State) -> None:
        """Replace the state in one step."""
        write_private(self.state_file, json.dumps(asdict(state)))

    def take_lease(self) -> FileLock:
        """A lease of this process. Call it while holding the start lock, or it may be taken for a dead one's."""
        lease = FileLock(self.leases / f"{os.getpid()}-{uuid.uuid4().hex}.lease", mode=_OWNER_ONLY, thread_local=False)
        lease.acquire(timeout=0)
        return lease

    def count_leases(self) -> int:
        """How many users live; the leases of the dead are removed. Call it while holding the start lock."""
        living = 0
        for path in self.leases.glob("*.lease"):
            if _is_held(FileLock(path, thread_local=False)):
                living += 1
            else:
                path.unlink(missing_ok=True)
        return living


def write_private(path: Path, text: str) -> None:
    """Write a file that was never readable by anyone but its owner, in one step."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)


def _is_held(lock: FileLock) -> bool:
    """Whether some living process holds `lock`."""
    try:
        with lock.acquire(timeout=0):
            return False
    except Timeout:
        return True
