"""What can be wrong with a file that comes in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.errors import InputError, Place


class SourceError(InputError):
    """A file cannot be taken as a whole; the message says why and what to do."""


def unknown_format(path: Path, names: Sequence[str]) -> SourceError:
    """The refusal of a file that no importer recognises."""
    return SourceError(
        f"不认识的文件格式 {path.suffix or path.name!r} (no importer knows this file)。",
        hint=f"可以导入的格式: {', '.join(names)}。",
        place=Place(file=path.name),
    )
