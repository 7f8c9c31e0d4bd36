"""A mapping file as it was read: what it says, and where it says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.mapping.lines import Path as Key
from ingest.mapping.lines import line_of
from ingest.mapping.model import MappingSpec


@dataclass(frozen=True, slots=True)
class LoadedMapping:
    """A mapping that can be used: what it says, and where it says it."""

    path: Path
    spec: MappingSpec
    lines: Mapping[Key, int]
    digest: str

    @property
    def name(self) -> str:
        """What tells this table from others of the same issuer: `source.name`, else the name of the file."""
        return self.spec.source.name or self.path.stem

    def line(self, *key: str | int) -> int | None:
        """The line in which a key stands."""
        return line_of(key, self.lines)
