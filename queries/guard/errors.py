"""What the guard refuses."""

from __future__ import annotations

from graph.errors import InputError


class UnsafeQuery(InputError):  # noqa: N818 - named as what it is, like its kin in graph.store.errors
    """A query does more than read, or could take all of the machine. `line` and `column` count from 1."""

    def __init__(self, message: str, *, hint: str, line: int, column: int) -> None:
        super().__init__(f"第 {line} 行第 {column} 列 (line {line}, column {column}): {message}", hint=hint)
        self.line = line
        self.column = column
