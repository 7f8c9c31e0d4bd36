"""A command starts without what only data frames need."""

from __future__ import annotations

import subprocess
import sys


def test_no_command_waits_for_data_frames() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "cli", "vocabulary"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "neo4j" in loaded
    assert not {name for name in loaded if name.startswith("pandas.")}
