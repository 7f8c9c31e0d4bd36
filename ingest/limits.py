"""How large a file may be (`limits.toml`), and the refusal of what is larger."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.errors import Place
from graph.model.data_files import load_toml
from ingest.errors import SourceError


def limits() -> Mapping[str, Mapping[str, int]]:
    """The limits by table and name, in bytes unless the name says otherwise."""
    return load_toml(__package__, "limits.toml")


def check_size(path: Path, kind: str) -> None:
    """Raise SourceError where the file is empty or larger than `limits.toml` allows its kind."""
    size, most = path.stat().st_size, limits()["bytes"][kind]
    if size == 0:
        raise SourceError("文件是空的 (the file is empty)。", hint="请重新导出后再导入。", place=Place(file=path.name))
    if size > most:
        raise SourceError(
            f"文件有 {size / 1e6:,.0f} MB，超过 {most / 1e6:,.0f} MB 的上限 (the file is too large)。",
            hint="请确认是否选错文件；确实这么大的，请拆成几个文件导入。",
            place=Place(file=path.name),
        )
