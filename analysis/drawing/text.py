"""How wide a text is, where a line may break, and how a text is shortened.

Widths come from `widths.toml`. Where a line may not begin or end follows GB/T 15834-2011, 5.1 (no comma, stop, closing
bracket or closing quotation mark begins a line; no opening one ends it); `breaking.toml` holds the marks.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import sub
from typing import Final, Literal

from graph.model.data_files import load_toml

ELLIPSIS = "…"
_LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ]{2}")
_BLANKS = re.compile(r"\s+")
_WORD: Final = r"[0-9A-Za-zÀ-ɏ]+(?:[.,:/'’%+&@_-]+[0-9A-Za-zÀ-ɏ]+)*%?|\s+|."
_TOKEN = re.compile(_WORD, re.DOTALL)
_ROUNDING: Final = 1e-6
"""What a text may be wider than its room, so that one fits that is as wide, however the two were reckoned."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size in pixels, weight, colour by its name in the palette, and which end stands at x."""

    size: float = 11
    bold: bool = False
    colour: str = "ink"
    anchor: Literal["start", "middle", "end"] = "start"


def text_width(text: str, of: Type) -> float:
    """The width of a text in pixels: never less than what the product's fonts need for it."""
    return sum(map(_widths(of.bold).__getitem__, text)) * of.size / 100


def shorten(text: str, width: float, of: Type) -> str:
    """The text, or its beginning with `…`, so that it fits; empty where not even one character and `…` would."""
    widths, room = _widths(of.bold), _room(width, of)
    ends = list(accumulate(map(widths.__getitem__, text), initial=0))
    if ends[-1] <= room:
        return text
    kept = text[: max(0, bisect_right(ends, room - widths[ELLIPSIS]) - 1)]
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
    pieces, room = _pieces(text, of.bold), _room(width, of)
    if pieces.widest > room:
        pieces = _Pieces.of([part for each in pieces.texts for part in _broken(each, room, of)], bold=of.bold)
    lines = pieces.lines(room)
    if most is not None and len(lines) > most:
        rest = "".join(lines[most - 1 :])
        return (*lines[: most - 1], shorten(rest, width, of) or ELLIPSIS)
    return pieces.lines(_even(pieces, len(lines), room, of)) if even and len(lines) > 1 else lines


def _room(width: float, of: Type) -> float:
    """Pixels as hundredths of the size, in which all below is measured: whole numbers add up without rounding."""
    return width * 100 / of.size + _ROUNDING


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What may not be broken, one behind the other: where each begins and where it ends, a blank at its end left out.

    `widest` is the width of the widest.
    """

    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    widest: int

    @classmethod
    def of(cls, texts: Sequence[str], *, bold: bool) -> _Pieces:
        """The pieces measured."""
        widths = _widths(bold)
        starts, ends, place = [], [], 0
        for text in texts:
            width = sum(map(widths.__getitem__, text))
            starts.append(place)
            place += width
            ends.append(place - (widths[" "] if text[-1] == " " else 0))
        return cls(texts, starts, ends, max(map(sub, ends, starts), default=0))

    def breaks(self, room: float) -> Iterator[tuple[int, int]]:
        """The lines that fill the room, each by its first piece and the one after its last."""
        first = 0
        while first < len(self.texts):
            if self.texts[first] == " ":  # no line begins with a blank
                first += 1
                continue
            after = bisect_right(self.ends, self.starts[first] + room, first + 1)
            yield first, after
            first = after

    def lines(self, room: float) -> tuple[str, ...]:
        """The same as texts."""
        return tuple("".join(self.texts[first:after]).strip() for first, after in self.breaks(room))


def _even(pieces: _Pieces, count: int, room: float, of: Type) -> float:
    """The smallest room, to the pixel, that still gives no more lines."""
    low, high, pixel = float(pieces.widest), room, 100 / of.size
    while high - low > pixel:
        middle = (low + high) / 2
        if sum(1 for _ in pieces.breaks(middle)) <= count:
            high = middle
        else:
            low = middle
    return high


@lru_cache(maxsize=512)
def _pieces(text: str, bold: bool) -> _Pieces:
    """A text in pieces; kept, for one drawing sets the same texts in several widths."""
    return _Pieces.of(_piece().findall(_BLANKS.sub(" ", text.strip())), bold=bold)


def _broken(piece: str, room: float, of: Type) -> list[str]:
    """A piece in parts that fit the room: words with as many of their marks as do; a word too long by characters."""
    widths = _widths(of.bold)
    parts: list[str] = []
    for token in _TOKEN.findall(piece):
        if parts and sum(map(widths.__getitem__, parts[-1] + token)) <= room:
            parts[-1] += token
        elif sum(map(widths.__getitem__, token)) > room:
            parts.extend(token)
        else:
            parts.append(token)
    return parts


@cache
def _piece() -> re.Pattern[str]:
    """Words and numbers, and marks with the character they lean on."""
    marks = load_toml(__package__, "breaking.toml")
    no_start, no_end = (f"[{re.escape(marks[name])}]" for name in ("no_start", "no_end"))
    return re.compile(f"(?:{_WORD})(?:(?:(?<={no_end})|(?={no_start}))(?:{_WORD}))*", re.DOTALL)


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
def _widths(bold: bool) -> _Widths:
    table = dict(load_toml(__package__, "widths.toml")["bold" if bold else "regular"])
    other = table.pop("other")
    return _Widths({character: int(width) for width, characters in table.items() for character in characters}, other)
