"""The small process that starts the embedded server, starts it again when it dies, and stops it when nobody uses it.

It belongs to nobody's session and holds the supervisor lock as long as it lives. Whoever uses the engine holds a
lease; when the last lease has been gone for a moment it stops the server and ends. Its own death ends the server too.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

import psutil
from filelock import Timeout

from graph.store.engines.embedded.admin import Admin, AdminError
from graph.store.engines.embedded.folder import EngineFolder, State, write_private
from graph.store.engines.embedded.runtime import Ports, Runtime, start_java, write_arguments

LINGER: Final = 1.5
"""Seconds the server stays after its last user, so that a script of several commands starts it once."""

_TICK: Final = 0.25
_START: Final = 90.0
_STOP: Final = 30.0
_PORT_TAKEN: Final = "Unable to listen"
_MOST_RESTARTS: Final = 5


class StartFailed(Exception):  # noqa: N818 - says what happened
    """The server did not come up; the text is its own words."""


class PortTaken(StartFailed):
    """Somebody took the port between its choice and its use."""


@dataclass(slots=True)
class Supervisor:
    """One server and its users."""

    folder: EngineFolder
    heap: str
    timeout: float
    passwords: tuple[str, str] = field(default_factory=lambda: (secrets.token_urlsafe(24), secrets.token_urlsafe(24)))
    ports: Ports = field(default_factory=Ports.free)

    def run(self) -> None:
        """Serve until the last user has gone. Returns at once where another supervisor lives."""
        try:
            with self.folder.supervisor_lock().acquire(timeout=0):
                end_orphan(self.folder)
                self._serve()
        except Timeout:
            return

    def _serve(self) -> None:
        java, state = self.start()
        restarts = 0
        try:
            while self._watch(java, state):
                restarts += 1
                if restarts > _MOST_RESTARTS:
                    raise StartFailed("the server ended again and again: " + _last_words(self.folder))
                # on the old ports a driver would find the new server before its users are made
                self.ports = Ports.free()
                java, state = self.start()
        finally:
            self.folder.state_file.unlink(missing_ok=True)
            _stop(java)
            self.folder.arguments_file.unlink(missing_ok=True)

    def start(self) -> tuple[subprocess.Popen[bytes], State]:
        """Start, on other ports as long as somebody else takes the chosen ones first."""
        for _ in range(_MOST_RESTARTS):
            try:
                return self._start()
            except PortTaken:
                self.ports = Ports.free()
        return self._start()

    def _start(self) -> tuple[subprocess.Popen[bytes], State]:
        """Start the server and wait until it can be used."""
        root, reader = self.passwords
        shutil.rmtree(self.folder.home / "log", ignore_errors=True)
        # users are made anew at each start, so that no password outlives it
        (self.folder.home / "config" / "server-users.jsonl").unlink(missing_ok=True)
        runtime = Runtime.find()
        write_arguments(self.folder, runtime, self.ports, heap=self.heap, timeout=self.timeout, password=root)
        java = start_java(self.folder, runtime)
        try:
            admin = Admin(self.ports.http, root)
            self._await(java, admin)
            admin.set_up(reader)
        except BaseException:
            _stop(java)
            raise
        state = State(os.getpid(), java.pid, self.ports.bolt, self.ports.http, root, reader)
        self.folder.write_state(state)
        return java, state

    def _await(self, java: subprocess.Popen[bytes], admin: Admin) -> None:
        deadline = time.monotonic() + _START
        while not admin.is_ready():
            words = _last_words(self.folder)
            if _PORT_TAKEN in words or "BindException" in words:
                raise PortTaken(words)
            if java.poll() is not None or time.monotonic() > deadline:
                raise StartFailed(words)
            time.sleep(0.1)

    def _watch(self, java: subprocess.Popen[bytes], state: State) -> bool:
        """Wait; True when the server died under its users, False when the last user has gone."""
        last_used = time.monotonic()
        while java.poll() is None:
            if self.folder.read_state() != state:
                self.folder.write_state(state)
            if self._is_used():
                last_used = time.monotonic()
            elif time.monotonic() - last_used > LINGER and self._leave(java):
                return False
            time.sleep(_TICK)
        return True

    def _is_used(self) -> bool:
        """Whether anybody holds a lease, or is just about to."""
        try:
            with self.folder.start_lock().acquire(timeout=0):
                return self.folder.count_leases() > 0
        except Timeout:
            return True

    def _leave(self, java: subprocess.Popen[bytes]) -> bool:
        """Stop the server while nobody can join; False when somebody did in the last moment."""
        try:
            with self.folder.start_lock().acquire(timeout=0):
                if self.folder.count_leases():
                    return False
                self.folder.state_file.unlink(missing_ok=True)
                _stop(java)
                return True
        except Timeout:
            return False


def end_orphan(folder: EngineFolder) -> None:
    """End a server that outlived its supervisor: two on one folder would spoil the graph."""
    mine = f"@{folder.arguments_file}"
    for process in psutil.process_iter(["pid", "cmdline"]):
        if mine in (process.info["cmdline"] or ()):
            process.terminate()
            _, alive = psutil.wait_procs([process], timeout=_STOP)
            for one in alive:
                one.kill()


def _stop(java: subprocess.Popen[bytes]) -> None:
    """Ask the server to close its files, and end it when it does not."""
    java.terminate()
    try:
        java.wait(_STOP)
    except subprocess.TimeoutExpired:
        java.kill()
        java.wait()


def _last_words(folder: EngineFolder) -> str:
    """The end of the server's log, without the password."""
    try:
        text = folder.log_file.read_text("utf-8", errors="replace")
    except OSError:
        return ""
    return text[-4000:]


def _leave_on_signal(number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def main(root: str, heap: str, timeout: str) -> None:
    """Supervise the engine in the folder `root`; a failed start is left for its starter to read."""
    # all that the server writes is its owner's alone
    os.umask(0o077)
    signal.signal(signal.SIGTERM, _leave_on_signal)
    folder = EngineFolder(Path(root))
    try:
        Supervisor(folder, heap, float(timeout)).run()
    except (StartFailed, AdminError, OSError) as error:
        write_private(folder.failure_file, json.dumps({"kind": type(error).__name__, "words": str(error)}))
        sys.exit(1)
