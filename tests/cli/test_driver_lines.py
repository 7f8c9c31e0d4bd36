"""A server that does not answer is told in one sentence of our own, without the lines of the driver."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:9", "neo4j://127.0.0.1:9"])
def test_only_our_own_message_is_shown(tmp_path: Path, uri: str) -> None:
    env = {**os.environ, "NEO4J_URI": uri, "ZHISHI_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "cli", "cadres"], env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"Neo4j {uri}: 图数据库没有应答")
