"""What the guard refuses."""

from __future__ import annotations

from typing import Final

from graph.errors import InputError
from graph.model.words import Both, sayings

_say: Final = sayings("queries.guard")


class UnsafeQuery(InputError):  # noqa: N818 - named as what it is, like its kin in graph.store.errors
    """A query does more than read, or could take all of the machine. `line` and `column` count from 1 in its text."""

    def __init__(self, message: Both, *, hint: Both, line: int, column: int) -> None:
        super().__init__(_say("at_line_and_column", line=line, column=column, what=message), hint=hint)
        self.what = message + hint
        self.line = line
        self.column = column
        self._parts = message, hint

    def further_down(self, lines: int) -> UnsafeQuery:
        """The same of a text that has so many lines above the query."""
        message, hint = self._parts
        return UnsafeQuery(message, hint=hint, line=self.line + lines, column=self.column)
