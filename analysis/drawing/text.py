"""How wide a text is, where a line may break, and how a text is shortened.

Widths come from `widths.toml`. Where a line may not begin or end follows GB/T 15834-2011, 5.1 (no comma, stop, closing
bracket or closing quotation mark begins a line; no opening one ends it); `breaking.toml` holds the marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from graph.model.data_files import load_toml

ELLIPSIS = "…"
_LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ]{2}")
_TOKEN = re.compile(r"[0-9A-Za-zÀ-ɏ]+(?:[.,:/'’%+&@_-]+[0-9A-Za-zÀ-ɏ]+)*%?|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size in pixels, weight, colour by its name in the palette, and which end stands at x."""

    size: float = 11
    bold: bool = False
    colour: str = "ink"
    anchor: Literal["start", "middle", "end"] = "start"


@lru_cache(maxsize=8192)
def text_width(text: str, of: Type) -> float:
    """The width of a text in pixels: never less than what the product's fonts need for it."""
    widths = _widths("bold" if of.bold else "regular")
    return sum(map(widths.__getitem__, text)) * of.size / 100


def shorten(text: str, width: float, of: Type) -> str:
    """The text, or its beginning with `…`, so that it fits; empty where not even one character and `…` would."""
    if text_width(text, of) <= width:
        return text
    kept = text
    while kept and text_width(kept + ELLIPSIS, of) > width:
        kept = kept[:-1]
    if _LATIN.match(text[len(kept) - 1 : len(kept) + 1]):
        # no word is cut in two where a whole one stands before it
        kept = kept.rsplit(" ", 1)[0]
    kept = kept.rstrip(" ，、；：·,;:（(《“")
    return kept + ELLIPSIS if kept else ""


def first_word(text: str) -> str:
    """The least of its beginning that still says something: a Latin word or a number, else two characters."""
    found = _TOKEN.match(text.strip())
    return text.strip()[: max(2, len(found[0]))] if found else ""


def break_lines(text: str, width: float, of: Type, *, most: int | None = None, even: bool = False) -> tuple[str, ...]:
    """The text in lines that fit the width, at most `most` of them; where it goes on, the last one ends with `…`.

    `even` makes lines of about equal length instead of filling the first ones. A piece that may not be broken and
    is wider than the width (a long Latin word) is broken anywhere.
    """
    pieces = _measured(_pieces(text.strip(), width, of), of)
    lines = _fill(pieces, width)
    if most is not None and len(lines) > most:
        rest = "".join(lines[most - 1 :])
        return (*lines[: most - 1], shorten(rest, width, of) or ELLIPSIS)
    return _even(pieces, len(lines), width) if even and len(lines) > 1 else lines


@dataclass(frozen=True, slots=True)
class _Piece:
    """What may not be broken, with its width, and its width without the blank at its end."""

    text: str
    width: float
    bare: float


def _measured(pieces: Sequence[str], of: Type) -> tuple[_Piece, ...]:
    return tuple(_Piece(each, text_width(each, of), text_width(each.rstrip(), of)) for each in pieces)


def _even(pieces: Sequence[_Piece], count: int, width: float) -> tuple[str, ...]:
    """As many lines at the smallest width that still gives no more."""
    low, high = max((piece.width for piece in pieces), default=0.0), width
    while high - low > 1:
        middle = (low + high) / 2
        if _count(pieces, middle) <= count:
            high = middle
        else:
            low = middle
    return _fill(pieces, high)


def _count(pieces: Sequence[_Piece], width: float) -> int:
    """How many lines of that width the pieces fill."""
    lines, filled = 1, 0.0
    for piece in pieces:
        if filled and filled + piece.bare > width:
            lines, filled = lines + 1, 0.0
        if filled or piece.bare:
            filled += piece.width
    return lines


def _fill(pieces: Sequence[_Piece], width: float) -> tuple[str, ...]:
    lines: list[list[str]] = [[]]
    filled = 0.0
    for piece in pieces:
        if filled and filled + piece.bare > width:
            lines.append([])
            filled = 0.0
        if filled or piece.bare:  # no line begins with a blank
            lines[-1].append(piece.text)
            filled += piece.width
    return tuple(text for line in lines if (text := "".join(line).strip()))


def _pieces(text: str, width: float, of: Type) -> tuple[str, ...]:
    """What may not be broken: words and numbers, and marks with the character they lean on."""
    no_start, no_end = _marks("no_start"), _marks("no_end")
    pieces: list[str] = []
    for token in _TOKEN.findall(text):
        glued = pieces and (token[0] in no_start or pieces[-1][-1] in no_end)
        if glued and text_width(pieces[-1] + token, of) <= width:
            pieces[-1] += token
        elif text_width(token, of) > width:
            pieces.extend(token)
        else:
            pieces.append(" " if token.isspace() else token)
    return tuple(pieces)


@cache
def _marks(name: str) -> frozenset[str]:
    return frozenset(load_toml(__package__, "breaking.toml")[name])


class _Widths(dict[str, int]):
    """Hundredths of the size that each character takes; those the table does not name are told by their kind."""

    def __init__(self, table: Mapping[str, int], other: int) -> None:
        super().__init__(table)
        self._other = other

    def __missing__(self, character: str) -> int:
        wide = unicodedata.east_asian_width(character) in "WFA"
        self[character] = 0 if unicodedata.combining(character) else 100 if wide else self._other
        return self[character]


@cache
def _widths(face: str) -> _Widths:
    table = dict(load_toml(__package__, "widths.toml")[face])
    other = table.pop("other")
    return _Widths({character: int(width) for width, characters in table.items() for character in characters}, other)
