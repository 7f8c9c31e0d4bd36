"""One folder a format, found by being there; each has an `IMPORTER`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol, runtime_checkable

from graph.model.words import Both
from ingest.drafts import DocumentDraft
from ingest.refusals import refusal

_HEAD: Final = 4096


class Reading(Protocol):
    """What an importer may ask of the run it is part of."""

    today: str

    def hash_id_number(self, number: str) -> str | None:
        """The keyed hash of an ID number with a right check digit, else None."""

    def records(self, label: str) -> Iterator[Mapping[str, Any]]:
        """The properties of every record of a label that the graph holds."""


class Importer(Protocol):
    """Recognises files of its format and says what they say; opens no graph."""

    name: str
    title: Both
    """The format as messages call it."""
    introduces: bool
    """Whether its documents make cadres known (they are read before those that only refer to cadres)."""

    def recognise(self, path: Path, head: bytes) -> bool:
        """Whether this file (its first 4 KiB given) is of this importer's format."""

    def read(self, path: Path, reading: Reading) -> DocumentDraft:
        """The document, or a SourceError that says what is wrong with the file as a whole."""


@runtime_checkable
class Edited(Protocol):
    """An importer whose documents depend on more than the file's content."""

    def edition(self, path: Path) -> str:
        """What else they depend on, as a digest."""


@cache
def importers() -> tuple[Importer, ...]:
    """Every importer, in the order of their folder names."""
    modules = sorted(each.name for each in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").IMPORTER for name in modules)


def recognise(path: Path) -> Importer:
    """The importer for this file; raises SourceError, naming the formats that can be read, where there is none."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for importer in importers() if head else ():
        if importer.recognise(path, head):
            return importer
    raise refusal(path, head, [importer.title for importer in importers()])
