"""What an engine has against the text of a query that it was asked to plan and not to run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LONGEST: Final = 300
_PLACES: Final = re.compile(
    r"(?:^Syntax error)? ?\(?at line (?P<line>\d+)(?:, column |:)(?P<column>\d+)(?: - )?"
    r"| ?\(line (?P<line_in>\d+), column (?P<column_in>\d+) \(offset: \d+\)\)"
)
_QUOTED: Final = re.compile(r"['`](\w+)['`]")


@dataclass(frozen=True, slots=True)
class Refusal:
    """The engine's own words, and the place in the text from 1 where it names one."""

    what: str
    line: int | None = None
    column: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the words put in quotes: the variable or the function they are about."""
        return tuple(_QUOTED.findall(self.what))


def refusal_of(message: str, *, first_line: int, first_column: int) -> Refusal:
    """A driver's message as a refusal; the engine counts lines and columns from these for the start of the text."""
    told = message.partition("\n")[0].strip()
    found = _PLACES.search(told)
    if found is None:
        return Refusal(told[:_LONGEST])
    line, column = (int(found[name] or found[f"{name}_in"]) for name in ("line", "column"))
    return Refusal(_PLACES.sub("", told, count=1).strip()[:_LONGEST], line - first_line + 1, column - first_column + 1)
