"""Why the system refused a file, in the reader's language."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from graph.model.refused import refused_because


@pytest.mark.parametrize("name", ["ENOENT", "EACCES", "EISDIR", "ENOSPC", "EROFS", "EIO"])
def test_a_known_reason_is_told_in_each_language(name: str) -> None:
    told = refused_because(OSError(getattr(errno, name), "whatever the system says"))
    assert re.fullmatch("[\u4e00-\u9fff，]+", told.zh)
    assert re.fullmatch("[A-Za-z, -]+", told.en)


def test_a_reason_without_words_is_told_by_its_number() -> None:
    told = refused_because(OSError(errno.EXDEV + 100_000, "odd"))
    assert (told.zh, told.en) == (f"系统错误 {errno.EXDEV + 100_000}", f"system error {errno.EXDEV + 100_000}: odd")
    assert refused_because(OSError("no number")).zh == "系统错误 OSError"


def test_what_the_system_raises_has_words(tmp_path: Path) -> None:
    for path, zh in ((tmp_path / "none", "文件或文件夹不存在"), (tmp_path, "这是文件夹，不是文件")):
        with pytest.raises(OSError, match=path.name) as raised:
            path.read_bytes()
        assert refused_because(raised.value).zh == zh
