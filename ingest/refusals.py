"""Why a file that no importer recognises cannot be read, and what to do instead (`refusals.toml`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.errors import Place
from graph.model.data_files import load_toml
from ingest.clean.workbooks import is_workbook, open_workbook
from ingest.errors import SourceError


def _endings() -> Mapping[str, str]:
    found: Mapping[str, str] = load_toml(__package__, "refusals.toml")["endings"]
    return found


def refusal(path: Path, head: bytes, formats: Sequence[str]) -> SourceError:
    """The error that names what the file is, or lists the `formats` that can be read."""
    if not head:
        return _refuse(path, "文件是空的 (the file is empty)。", "请重新导出后再导入。")
    readable = f"可以导入：{'；'.join(formats)}。"
    if known := _endings().get(path.suffix.lower()):
        what, remedy = known.split("|")
        return _refuse(path, f"{path.suffix} 是{what}，不能直接导入 (cannot be read)。", f"{remedy}{readable}")
    if is_workbook(path, head):
        return _workbook(path, readable)
    return _refuse(path, f"不认识的文件格式 {path.suffix or path.name!r} (no importer knows this file)。", readable)


def _workbook(path: Path, readable: str) -> SourceError:
    """What is wrong with a workbook: it cannot be opened, or has none of the sheets that are known."""
    try:
        with open_workbook(path) as book:
            names = "、".join(book.sheet_names[:8])
    except SourceError as error:
        return error
    message = f"工作簿里没有认识的表，只有：{names} (no sheet is known)。"
    return _refuse(path, message, f"请保留模板里的表名。{readable}")


def _refuse(path: Path, message: str, hint: str) -> SourceError:
    return SourceError(message, hint=hint, place=Place(file=path.name))
