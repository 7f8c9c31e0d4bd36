"""What the guard refuses."""

from __future__ import annotations

from graph.errors import InputError


class UnsafeQuery(InputError):  # noqa: N818 - named as what it is, like its kin in graph.store.errors
    """A query does more than read, or could take all of the machine. `line` and `column` count from 1 in its text."""

    def __init__(self, message: str, *, hint: str, line: int, column: int) -> None:
        super().__init__(f"第 {line} 行第 {column} 列 (line {line}, column {column}): {message}", hint=hint)
        self.what = f"{message} {hint}"
        self.line = line
        self.column = column
        self._message = message

    def further_down(self, lines: int) -> UnsafeQuery:
        """The same of a text that has so many lines above the query."""
        return UnsafeQuery(self._message, hint=self.hint or "", line=self.line + lines, column=self.column)
