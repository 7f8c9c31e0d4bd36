"""How large a file may be (`limits.toml`), and the refusal of what is larger."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from graph.errors import Place
from graph.model.data_files import load_toml
from graph.model.words import sayings
from ingest.errors import SourceError

_say: Final = sayings("ingest")


def limits() -> Mapping[str, Mapping[str, int]]:
    """The limits by table and name, in bytes unless the name says otherwise."""
    return load_toml(__package__, "limits.toml")


def check_size(path: Path, kind: str) -> None:
    """Raise SourceError where the file is empty or larger than `limits.toml` allows its kind."""
    size, most = path.stat().st_size, limits()["bytes"][kind]
    if size == 0:
        raise SourceError(_say("empty-file"), hint=_say("export-again"), place=Place(file=path.name))
    if size > most:
        raise SourceError(
            _say("file-too-large", size=f"{size / 1e6:,.0f}", most=f"{most / 1e6:,.0f}"),
            hint=_say("file-too-large-hint"),
            place=Place(file=path.name),
        )
