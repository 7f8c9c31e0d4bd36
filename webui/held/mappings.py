"""Mappings that were kept for the next file of their kind: text files in the data folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from graph.errors import InputError, NotFoundError
from graph.model.words import sayings
from ingest.file_names import fit_name

_say: Final = sayings("webui")

_FOLDER: Final = "mappings"
_ENDING: Final = ".toml"


def kept_mappings(data: Path) -> tuple[str, ...]:
    """The names of all, in their order."""
    return tuple(sorted(path.stem for path in (data / _FOLDER).glob(f"*{_ENDING}")))


def read_mapping(data: Path, name: str) -> str:
    """The text of one; raises NotFoundError where there is none of this name."""
    if name not in kept_mappings(data):
        raise NotFoundError(_say("no_such_mapping", name=name), hint=_say("no_such_mapping_hint"))
    return (data / _FOLDER / f"{name}{_ENDING}").read_text("utf-8")


def keep_mapping(data: Path, name: str, text: str) -> None:
    """Keep a mapping under a name; one that is there is never overwritten by another: raises InputError."""
    folder = data / _FOLDER
    path = folder / fit_name(f"{name}{_ENDING}")
    if path.exists() and path.read_text("utf-8") != text:
        raise InputError(_say("mapping_name_taken", name=name), hint=_say("mapping_name_taken_hint"))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(text, "utf-8")
