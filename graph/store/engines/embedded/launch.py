"""Finding the running server, or starting it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import psutil
from filelock import FileLock, Timeout

from graph.model.words import sayings
from graph.settings import Settings
from graph.store.engines.embedded.folder import EngineFolder, State
from graph.store.engines.embedded.runtime import Runtime
from graph.store.errors import DataFolderError, EngineUnavailable

_say: Final = sayings("graph.store")

_PATIENCE: Final = 100.0
_SUPERVISE: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from graph.store.engines.embedded.supervisor import main; main(*sys.argv[2:])"
)
# The supervisor must be nobody's child: started by a process that ends at once, it is never left for its user to reap.
_DETACH: Final = (
    "import subprocess as s, sys; n = s.DEVNULL; "
    "print(s.Popen(sys.argv[1:], stdin=n, stdout=n, stderr=n, start_new_session=True).pid, flush=True); "
    "import os; os._exit(0)"
)


def join(folder: EngineFolder, settings: Settings) -> tuple[State, FileLock]:
    """The running server, started if need be, and a lease on it. Only one process at a time starts or joins."""
    try:
        with folder.start_lock().acquire(timeout=_PATIENCE):
            lease = folder.take_lease()
            try:
                return _state(folder, settings), lease
            except BaseException:
                lease.release()
                raise
    except Timeout as error:
        raise EngineUnavailable(
            _say("engine_being_started", root=folder.root),
            hint=_say("engine_being_started_hint"),
        ) from error


def rejoin(folder: EngineFolder, settings: Settings) -> State:
    """The server after it was lost: up again, or started again. The caller holds a lease already."""
    with folder.start_lock().acquire(timeout=_PATIENCE):
        return _state(folder, settings)


def _state(folder: EngineFolder, settings: Settings) -> State:
    pid = None
    if not folder.is_supervised():
        Runtime.find()
        folder.state_file.unlink(missing_ok=True)
        folder.failure_file.unlink(missing_ok=True)
        pid = _start_supervisor(folder, settings)
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        state = folder.read_state()
        if state and psutil.pid_exists(state.java_pid):
            return state
        if pid is not None and not _lives(pid):
            break
        time.sleep(0.05)
    raise _failure(folder)


def _start_supervisor(folder: EngineFolder, settings: Settings) -> int:
    """Start a supervisor that belongs to nobody; returns its process id."""
    source = Path(__file__).parents[4]
    program = [sys.executable, "-P", "-c", _SUPERVISE, str(source)]
    command = [*program, str(folder.root), settings.heap, str(settings.query_timeout)]
    answer = subprocess.run([sys.executable, "-c", _DETACH, *command], check=True, capture_output=True, text=True)  # noqa: S603
    return int(answer.stdout)


def _lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _failure(folder: EngineFolder) -> EngineUnavailable | DataFolderError:
    """Why the start failed, from what the supervisor left."""
    try:
        words = " ".join(str(json.loads(folder.failure_file.read_text("utf-8"))["words"]).split())
    except (OSError, ValueError, KeyError):
        words = ""
    if "No space left" in words:
        return DataFolderError(
            _say("disk_full_at_engine_start", root=folder.root), hint=_say("disk_full_at_engine_start_hint")
        )
    return EngineUnavailable(
        _say("engine_start_failed", words=words[-300:]),
        hint=_say("engine_start_failed_hint", log_file=folder.log_file),
    )
