"""What is wrong with a mapping file, each fault with its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import SourceError
from ingest.mapping.messages import say

if TYPE_CHECKING:
    from ingest.mapping.load import LoadedMapping


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a mapping: the line, the key as it is written, and why."""

    line: int | None
    key: str
    reason: str

    def __str__(self) -> str:
        """The fault as one line."""
        at = f"{self.line}: " if self.line is not None else " "
        return f"{at}{self.key}: {self.reason}" if self.key else f"{at}{self.reason}"


class MappingError(SourceError):
    """A mapping file cannot be used; `faults` say where and why.

    `partial` is what is left of the mapping without what is wrong with its shape, to look for other faults with.
    """

    def __init__(
        self,
        path: Path,
        faults: Sequence[Fault],
        *,
        partial: LoadedMapping | None = None,
        also: Sequence[str] = (),
    ) -> None:
        self.faults = tuple(faults)
        self.partial = partial
        listed = [f"  {path.name}:{fault}" for fault in faults]
        super().__init__("\n".join([say("bad-mapping", name=path.name, count=len(faults)), *listed, *also]))
