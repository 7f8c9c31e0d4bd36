"""The key that signs sessions and form tokens: one a data folder, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

from graph.model.refused import refused_because
from graph.store.errors import DataFolderError

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
            f"{path}: 无法读写网页签名密钥 (cannot read or write the key of the viewer): {refused_because(error)}。",
            hint="请检查数据文件夹的权限和剩余空间 (check the rights and the space of the data folder)。",
        ) from error
    if len(key) != _BYTES:
        raise DataFolderError(
            f"{path}: 网页签名密钥已损坏 (the key of the viewer is damaged)。",
            hint="请删除这个文件, 它会自动重新生成 (delete this file, it is made anew)。",
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
