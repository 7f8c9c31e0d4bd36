"""The key that signs sessions and form tokens: one a data folder, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

from graph.model.refused import refused_because
from graph.model.words import sayings
from graph.store.errors import DataFolderError

_say: Final = sayings("webui")

FILE: Final = "webui.key"
_BYTES: Final = 32


def secret_key(folder: Path) -> bytes:
    """The key of this data folder, made when there is none; raises `DataFolderError` where that cannot be."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise DataFolderError(
            _say("signing_key_unreadable", path=path, error=refused_because(error)),
            hint=_say("data_folder_refused_hint"),
        ) from error
    if len(key) != _BYTES:
        raise DataFolderError(
            _say("signing_key_damaged", path=path),
            hint=_say("signing_key_damaged_hint"),
        )
    return key


def _make(path: Path) -> None:
    """Write a new key under a name of its own and link it into place, so that two servers starting at once agree."""
    if path.exists():
        return
    draft = path.with_name(f".{FILE}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(_BYTES))
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
