"""Tables for a terminal: box characters, columns by display width, long cells wrapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

NARROWEST = 6
_PADDING = 3
_PIECE = re.compile(r"(?:[0-9A-Za-z.:+/%-]+|\s|.)[，。、；：！？）》”,;)—]*", re.DOTALL)


def display_width(text: str) -> int:
    """Columns a text takes in a terminal: two for East Asian wide characters, none for combining ones."""
    return sum(_columns(character) for character in text)


def wrap(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns; no closing mark begins a line, no word that fits one is broken."""
    lines = [""]
    for piece in _pieces(text, width):
        if lines[-1] and display_width((lines[-1] + piece).rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _pieces(text: str, width: int) -> Iterator[str]:
    """Words, numbers and dates whole where they fit a line; a Chinese character with the mark that closes after it."""
    for piece in _PIECE.findall(text):
        if display_width(piece) <= width:
            yield piece
        else:
            yield from piece


def draw_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, numeric: frozenset[int] = frozenset()
) -> Iterator[str]:
    """The lines of a table that fits `width` columns; the columns of `numeric` are set right."""
    widths = _widths([headings, *rows], width)
    yield _rule("┌┬┐", widths)
    yield from _row(headings, widths, frozenset())
    yield _rule("├┼┤", widths)
    for row in rows:
        yield from _row(row, widths, numeric)
    yield _rule("└┴┘", widths)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Each column as wide as its widest cell; while that is too much, the widest column gives way."""
    widths = [max(display_width(row[index]) for row in rows) for index in range(len(rows[0]))]
    room = width - _PADDING * len(widths) - 1
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _rule(corners: str, widths: Sequence[int]) -> str:
    return corners[0] + corners[1].join("─" * (each + 2) for each in widths) + corners[2]


def _row(cells: Sequence[str], widths: Sequence[int], numeric: frozenset[int]) -> Iterator[str]:
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(len(lines) for lines in wrapped)):
        parts = []
        for index, lines in enumerate(wrapped):
            text = lines[number] if number < len(lines) else ""
            blank = " " * (widths[index] - display_width(text))
            parts.append(f" {blank}{text} " if index in numeric else f" {text}{blank} ")
        yield f"│{'│'.join(parts)}│"
