"""Other processes that use the embedded graph, and the processes they leave behind."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psutil

ROOT: Final = Path(__file__).parents[2]
_CLIENT: Final = """
import sys
from pathlib import Path
from graph.settings import Settings
from graph.store.connection import open_graph
with open_graph(Settings(data=Path(sys.argv[1]), heap="512m")) as graph:
    print(graph.engine._state.java_pid, flush=True)
    for line in sys.stdin:
        print(graph.write(line).writes, flush=True)
"""


@contextmanager
def client(data: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the graph open, runs each line of its input as a statement, and closes when that ends."""
    process = start_client(data)
    try:
        yield process
    finally:
        process.communicate(timeout=60)


def start_client(data: Path) -> subprocess.Popen[str]:
    """Such a process, not yet waited for; its first line of output is the process id of the engine."""
    return subprocess.Popen(
        [sys.executable, "-c", _CLIENT, str(data)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def say(process: subprocess.Popen[str], line: str) -> None:
    """Give the process one line."""
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def hear(process: subprocess.Popen[str]) -> int:
    """The number the process prints next."""
    assert process.stdout is not None
    return int(process.stdout.readline())


def engines_of(data: Path) -> list[psutil.Process]:
    """Every process, Java or supervisor, that serves the graph in `data`."""
    return [one for one in psutil.process_iter(["cmdline"]) if _serves(one.info["cmdline"] or [], data / "engine")]


def _serves(command: list[str], folder: Path) -> bool:
    return f"@{folder / 'java.args'}" in command or (str(folder) in command and "-P" in command)


def eventually(is_so: Callable[[], bool], *, within: float = 20.0) -> bool:
    """Whether it becomes so within some seconds."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.1)
    return is_so()
