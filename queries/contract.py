"""What a query really takes and gives, read from its text without running it."""

from __future__ import annotations

import re
from typing import Final

_TOKENS: Final = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\$(?P<param>\w+)""", re.DOTALL
)
_LAST_RETURN: Final = re.compile(r"(?is).*\breturn\b(?:\s+distinct\b)?")
_TAIL: Final = re.compile(r"(?is)\b(?:order\s+by|skip|limit)\b.*")
_OPENING: Final = {"(": ")", "[": "]", "{": "}"}


def parameters_used(cypher: str) -> set[str]:
    """The $names a query really uses, not those inside strings or comments."""
    return {found["param"] for found in _TOKENS.finditer(cypher) if found["param"]}


def columns_returned(cypher: str) -> tuple[str, ...]:
    """The columns of the last RETURN, in order: the alias, or the expression as it stands where it has none."""
    text = _without_nesting(_TOKENS.sub(_mask, cypher))
    returned = _TAIL.sub("", _LAST_RETURN.sub("", text))
    return tuple(_name(column) for column in returned.split(",") if column.strip())


def _mask(found: re.Match[str]) -> str:
    """Comments vanish; strings and quoted names keep their place without their content."""
    text = found[0]
    return text if text.startswith("$") else "" if text.startswith("/") else "_"


def _without_nesting(text: str) -> str:
    """The text outside of brackets."""
    closing: list[str] = []
    kept: list[str] = []
    for character in text:
        if character in _OPENING:
            closing.append(_OPENING[character])
        elif closing and character == closing[-1]:
            closing.pop()
        elif not closing:
            kept.append(character)
    return "".join(kept)


def _name(column: str) -> str:
    return re.split(r"(?i)(?:^|\s)as\s+", column.strip())[-1].strip()
