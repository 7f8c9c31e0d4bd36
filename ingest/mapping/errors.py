"""What is wrong with a mapping file, each fault with its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.model.words import Both, Language
from ingest.errors import SourceError
from ingest.mapping.loaded import LoadedMapping
from ingest.mapping.messages import say

Line = tuple[str, Both]
"""One line of a list: where it is, and what is said of it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a mapping: the line, the key as it is written, and why."""

    line: int | None
    key: str
    reason: Both

    @property
    def at(self) -> str:
        """Where it is, to stand before the reason."""
        line = f"{self.line}: " if self.line is not None else " "
        return f"{line}{self.key}: " if self.key else line

    def text(self, language: Language) -> str:
        """The fault as one line in a language."""
        return self.at + self.reason.text(language)

    def __str__(self) -> str:
        """The fault as one line."""
        return f"{self.at}{self.reason}"


class ListError(SourceError):
    """A file cannot be used, for reasons that are lines of a list below what is wrong in general."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__("\n".join(f"{at}{said}" for at, said in lines))
        self._lines = tuple(lines)

    @property
    def said(self) -> Both:
        """All lines in each language."""
        lines = self._lines
        return Both("\n".join(at + said.zh for at, said in lines), "\n".join(at + said.en for at, said in lines))


class MappingError(ListError):
    """A mapping file cannot be used; `faults` say where and why.

    `partial` is what is left of the mapping without what is wrong with its shape, to look for other faults with.
    """

    def __init__(
        self,
        path: Path,
        faults: Sequence[Fault],
        *,
        partial: LoadedMapping | None = None,
        also: Sequence[Line] = (),
    ) -> None:
        self.faults = tuple(faults)
        self.partial = partial
        listed = [(f"  {path.name}:{fault.at}", fault.reason) for fault in faults]
        super().__init__([("", say("bad-mapping", name=path.name, count=len(faults))), *listed, *also])
