"""Texts put together of columns: `{first}[ {middle}] {last}`.

A part in square brackets is left out where a column in it is empty; where one outside is empty there is no text at all.
`{born:4}` takes the first four characters. `[[` and `{{` stand for the bracket itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.mapping.messages import say

_PIECE: Final = re.compile(r"\[\[|\]\]|\{\{|\}\}|\{([^{}]+)\}|[\[\]]|[^\[\]{}]+|[{}]")
_SLICE: Final = re.compile(r"(.+):(\d+)")
_ESCAPED: Final = {"[[": "[", "]]": "]", "{{": "{", "}}": "}"}

Text = Callable[[str], str | None]
"""What stands in a column, as text."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    column: str | None = None
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed text: segments with whether each may be left out."""

    segments: tuple[tuple[bool, tuple[_Piece, ...]], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it names."""
        return tuple(piece.column for _, pieces in self.segments for piece in pieces if piece.column)

    def fill(self, text: Text) -> str | None:
        """The text; None where a column outside of brackets is empty."""
        parts: list[str] = []
        for optional, pieces in self.segments:
            filled = _filled(pieces, text)
            if filled is None and not optional:
                return None
            parts.append(filled or "")
        return "".join(parts).strip() or None


def _filled(pieces: Sequence[_Piece], text: Text) -> str | None:
    parts: list[str] = []
    for piece in pieces:
        if piece.column is None:
            parts.append(piece.text)
            continue
        found = text(piece.column)
        if not found:
            return None
        parts.append(found[: piece.length] if piece.length else found)
    return "".join(parts)


def parse_template(text: str) -> Template:
    """The template; raises ValueError for brackets that do not match."""
    segments: list[tuple[bool, tuple[_Piece, ...]]] = []
    pieces: list[_Piece] = []
    inside = False
    for found in _PIECE.finditer(text):
        mark = found[0]
        if mark in ("[", "]"):
            if (mark == "[") == inside:
                what = "nested-brackets" if inside and text.count("[") == text.count("]") else "unmatched"
                raise ValueError(say(what, marks="[ ]", text=text))
            segments.append((inside, tuple(pieces)))
            pieces, inside = [], not inside
        elif mark in ("{", "}"):
            raise ValueError(say("unmatched", marks="{ }", text=text))
        elif found[1]:
            sliced = _SLICE.fullmatch(found[1])
            pieces.append(_Piece("", sliced[1], int(sliced[2])) if sliced else _Piece("", found[1]))
        else:
            pieces.append(_Piece(_ESCAPED.get(mark, mark)))
    if inside:
        raise ValueError(say("unmatched", marks="[ ]", text=text))
    return Template((*segments, (False, tuple(pieces))))
