"""How Java is found and what it is told."""

from __future__ import annotations

import ctypes
import importlib.util
import platform
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph.model.words import sayings
from graph.store.engines.embedded.folder import EngineFolder, write_private
from graph.store.errors import EngineMissing

_say: Final = sayings("graph.store")

_PACKAGE: Final = "arcadedb_embedded"
_LEAST_GLIBC: Final = (2, 34)
_PR_SET_PDEATHSIG: Final = 1
_LONGEST_MESSAGE: Final = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Runtime:
    """The Java program and the jars inside the installed wheel."""

    java: Path
    jars: Path

    @classmethod
    def find(cls) -> Runtime:
        """What is installed; raises `EngineMissing` when nothing is, or when this system is too old for it."""
        spec = importlib.util.find_spec(_PACKAGE)
        if spec is None or not spec.origin:
            raise EngineMissing(
                _say("engine_not_installed"),
                hint=_say("engine_not_installed_hint", instead=_say("or_use_neo4j")),
            )
        package = Path(spec.origin).parent
        java = package / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")
        if not java.is_file():
            raise EngineMissing(
                _say("engine_java_missing", java=java),
                hint=_say("engine_java_missing_hint", instead=_say("or_use_neo4j")),
            )
        check_glibc(*platform.libc_ver())
        return cls(java=java, jars=package / "jars")


def check_glibc(library: str, version: str) -> None:
    """Refuse a C library the wheel's Java cannot run on, by name, before Java fails with a linker error."""
    if library != "glibc" or not version:
        return
    if tuple(int(part) for part in version.split(".")[:2]) < _LEAST_GLIBC:
        raise EngineMissing(
            _say("glibc_too_old", version=version),
            hint=_say("use_neo4j"),
        )


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the server listens, on the loopback address."""

    bolt: int
    http: int

    @classmethod
    def free(cls) -> Ports:
        """Two ports nobody listens on at the moment."""
        with socket.socket() as one, socket.socket() as other:
            for each in (one, other):
                each.bind(("127.0.0.1", 0))
            return cls(bolt=one.getsockname()[1], http=other.getsockname()[1])


def write_arguments(
    folder: EngineFolder, runtime: Runtime, ports: Ports, *, heap: str, timeout: float, password: str
) -> None:
    """Write what Java reads with `@file`: a password on a command line would be seen by every user of the machine."""
    properties = {
        "java.io.tmpdir": folder.root,
        # in production mode errors lose their text, and with it the reason a person needs
        "arcadedb.server.mode": "development",
        "arcadedb.server.rootPassword": password,
        "arcadedb.server.rootPath": folder.home,
        "arcadedb.server.databaseDirectory": folder.home / "databases",
        "arcadedb.server.logsDirectory": folder.home / "log",
        "arcadedb.server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "arcadedb.server.httpIncomingHost": "127.0.0.1",
        "arcadedb.server.httpIncomingPort": ports.http,
        "arcadedb.bolt.host": "127.0.0.1",
        "arcadedb.bolt.port": ports.bolt,
        # the engine drops what is longer and then waits for ever; rows come in smaller portions, a single text may not
        "arcadedb.bolt.maxMessageSize": _LONGEST_MESSAGE,
        "arcadedb.bolt.packstream.maxValueLength": _LONGEST_MESSAGE,
        # the driver's own limit is ignored, and a query whose client has gone would run for ever
        "arcadedb.command.timeout": int(timeout * 1000),
        # without it a power cut loses commits that were acknowledged
        "arcadedb.txWalFlush": 2,
        "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
        "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
    }
    lines = [
        "-Xms64m",
        f"-Xmx{heap}",
        "-XX:+ExitOnOutOfMemoryError",
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        str(runtime.jars / "*"),
        *(f"-D{name}={value}" for name, value in properties.items()),
        "com.arcadedb.server.ArcadeDBServer",
    ]
    write_private(folder.arguments_file, "\n".join(_quoted(line) for line in lines) + "\n")


def _quoted(argument: str) -> str:
    """One argument as the Java launcher reads it from a file."""
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def start_java(folder: EngineFolder, runtime: Runtime) -> subprocess.Popen[bytes]:
    """Start the server; on Linux the kernel ends it when its supervisor dies."""
    folder.home.mkdir(exist_ok=True)
    with folder.log_file.open("wb") as log:
        return subprocess.Popen(  # noqa: S603 - our own java with our own arguments
            [runtime.java, f"@{folder.arguments_file}"],
            cwd=folder.home,
            # a clean environment: JAVA_TOOL_OPTIONS and its like would change the server; UTF-8 for Chinese paths
            env={"LANG": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            preexec_fn=die_with_parent(),  # noqa: PLW1509 - the supervisor has one thread
        )


def die_with_parent() -> Callable[[], None] | None:
    """What the child does before it becomes Java: ask the kernel for SIGTERM when the parent dies."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
