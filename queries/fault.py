"""What speaks against a query file, and where in the file it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from graph.model.words import Both, sayings
from queries.file import QueryFile, line_of

_say: Final = sayings("queries")
_COMMENT: Final = len("// ")
"""How far a line of the header is moved to the right by what makes it a comment."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason why a file may not be saved, or a warning: where it is, what is wrong and what to do."""

    where: str
    what: Both
    line: int | None = None
    """Line of the file, from 1, where it can be told."""
    column: int | None = None
    """Column of the file, from 1, where it can be told."""

    @property
    def said(self) -> Both:
        """What it is about and what is wrong, in each language."""
        return self.what.changed(lambda text: f"{self.where}: {text}")

    def __str__(self) -> str:
        return str(self.said)

    @property
    def place(self) -> str:
        """`:LINE:COLUMN`, as it follows the name of the file; empty where it cannot be told."""
        return "".join(f":{each}" for each in (self.line, self.line and self.column) if each)

    @property
    def told(self) -> Both:
        """The place and the fault in one line, in each language."""
        return _say("fault_at_line", line=self.line, fault=self.said) if self.line else self.said

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
