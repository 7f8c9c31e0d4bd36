"""What analysts keep for themselves beside the graph: drafts of queries, favourites, runs of late, lists of cadres.

One SQLite file in the data folder, readable by its owner only. Nothing in it is a fact about anybody: a list holds ids.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Final

from graph.errors import StoreError
from graph.model.words import sayings

_say: Final = sayings("queries")

FILE: Final = "desk.sqlite3"
_PATIENCE: Final = 10.0
"""Seconds to wait for another process that writes."""


@contextmanager
def open_desk(data: Path) -> Iterator[sqlite3.Connection]:
    """The desk of a data folder, made where there is none; what is done within is kept whole or not at all."""
    path = data / FILE
    try:
        data.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_PATIENCE)
        connection.row_factory = sqlite3.Row
        connection.executescript(files(__package__).joinpath("desk.sql").read_text("utf-8"))
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from error
    try:
        with connection:
            yield connection
    except sqlite3.OperationalError as error:
        raise _unusable(path, error) from error
    finally:
        connection.close()


def now() -> str:
    """This instant, to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _unusable(path: Path, error: Exception) -> StoreError:
    return StoreError(_say("desk_file_unusable", path=path, error=error), hint=_say("desk_file_unusable_hint"))
