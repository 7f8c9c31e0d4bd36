"""What an import writes beside the graph, and why it could not."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from graph.store.errors import DataFolderError

_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})


def cannot_write(folder: Path, error: OSError) -> DataFolderError:
    """The error that says why nothing could be written there, and what to do."""
    why = "磁盘已满 (the disk is full)" if error.errno in _FULL else f"{error.strerror}"
    return DataFolderError(
        f"{folder}: 无法写入 (cannot write): {why}。", hint="请腾出空间，或检查数据文件夹的权限后重新导入。"
    )
