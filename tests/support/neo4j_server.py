"""A real Neo4j for the tests: jars from Maven Central, one a test session, on loopback, in a folder of its own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.settings import Settings
from graph.store.engines.embedded.runtime import Ports, die_with_parent
from tests.support.needs import missing

ROOT: Final = Path(__file__).parents[2]
POM: Final = ROOT / "tests" / "neo4j" / "pom.xml"
PASSWORD: Final = "a-password-for-tests"
_START: Final = 300
_GET: Final = "apt-get install default-jre-headless maven (or run .ci/run)"


def jars() -> Path:
    """The folder of the server's jars, fetched once for each pom; skips where Java or Maven is missing."""
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            missing(f"{program} for a real Neo4j", _GET)
    folder = ROOT / ".cache" / "neo4j" / hashlib.sha256(POM.read_bytes()).hexdigest()[:12]
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        if not folder.is_dir():
            _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    draft = folder.with_suffix(".draft")
    shutil.rmtree(draft, ignore_errors=True)
    command = ["mvn", "-B", "-q", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={draft}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        missing("Neo4j", f"Maven could not fetch it: {done.stdout.strip()[-300:]}")
    draft.rename(folder)


@contextmanager
def neo4j_server(folder: Path, *, heap: str = "768m", cache: str = "128m") -> Iterator[Settings]:
    """Run a server whose files lie in `folder`, which may be of an earlier run; yields the settings that reach it.

    `heap` is the most memory of its Java heap, `cache` that of the pages of its store.
    """
    ports = Ports.free()
    (folder / "conf").mkdir(parents=True, exist_ok=True)
    (folder / "conf" / "neo4j.conf").write_text(_configuration(folder, ports.bolt, cache), "utf-8")
    with (folder / "neo4j.log").open("wb") as log:
        process = subprocess.Popen(
            _command(folder, heap),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=die_with_parent(),  # noqa: PLW1509
        )
    try:
        yield _log_in(process, f"bolt://127.0.0.1:{ports.bolt}", folder)
    finally:
        process.terminate()
        process.wait(60)


def import_offline(folder: Path, home: Path) -> None:
    """Have Neo4j's own offline import make a database in `home` from a folder of CSV with its `import.args`."""
    home.mkdir(parents=True)
    done = subprocess.run(
        [
            "java",
            "-cp",
            str(jars() / "*"),
            "org.neo4j.cli.AdminTool",
            "database",
            "import",
            "full",
            "neo4j",
            "@import.args",
        ],
        cwd=folder,
        env={**os.environ, "NEO4J_HOME": str(home), "HEAP_SIZE": "1g"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def _configuration(folder: Path, port: int, cache: str) -> str:
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "server.directories.data": folder / "data",
        "server.directories.logs": folder / "logs",
        "server.memory.pagecache.size": cache,
        "db.tx_log.preallocate": "false",
        "dbms.usage_report.enabled": "false",
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def _command(folder: Path, heap: str) -> list[str]:
    opened = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
    return [
        "java",
        "-Xms256m",
        f"-Xmx{heap}",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in opened),
        "-cp",
        str(jars() / "*"),
        "org.neo4j.server.CommunityEntryPoint",
        f"--home-dir={folder}",
        f"--config-dir={folder / 'conf'}",
    ]


def _log_in(process: subprocess.Popen[bytes], uri: str, folder: Path) -> Settings:
    """Wait for the server and replace the password it ships with, as it demands, unless that was done before."""
    deadline = time.monotonic() + _START
    while True:
        try:
            with (
                GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver,
                driver.session(database="system") as session,
            ):
                session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=PASSWORD).consume()
            break
        except AuthError:
            break  # set when the folder was made; whoever logs in next sees whether it is ours
        except (DriverError, Neo4jError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((folder / "neo4j.log").read_text("utf-8")[-2000:]) from None
            time.sleep(0.3)
    return Settings(data=folder / "zhishi", neo4j_uri=uri, neo4j_password=PASSWORD)
