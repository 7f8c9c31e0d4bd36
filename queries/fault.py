"""What speaks against a query file, and where in the file it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from queries.file import QueryFile, line_of

_COMMENT: Final = len("// ")
"""How far a line of the header is moved to the right by what makes it a comment."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason why a file may not be saved, or a warning: where it is, what is wrong and what to do."""

    where: str
    what: str
    line: int | None = None
    """Line of the file, from 1, where it can be told."""
    column: int | None = None
    """Column of the file, from 1, where it can be told."""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"

    @property
    def place(self) -> str:
        """`:LINE:COLUMN`, as it follows the name of the file; empty where it cannot be told."""
        return "".join(f":{each}" for each in (self.line, self.line and self.column) if each)

    @property
    def told(self) -> str:
        """The place and the fault in one line."""
        return f"第 {self.line} 行 (line {self.line}) {self}" if self.line else str(self)

    def in_cypher(self, query: QueryFile) -> Fault:
        """The same, its place counted from the start of the query's Cypher until now."""
        return replace(self, line=(self.line or 1) + query.lines_above)

    def in_why(self, query: QueryFile) -> Fault:
        """The same, its place counted from the start of the Cypher of `why` until now."""
        column = self.column + _COMMENT if self.column else None
        return replace(self, line=(self.line or 1) + query.lines_above_why, column=column)

    def somewhere(self, query: QueryFile) -> Fault:
        """The same with a line: where the header declares what it is about, unless that is known better."""
        return self if self.line else replace(self, line=line_of(query.text, self.where.split(".")))
