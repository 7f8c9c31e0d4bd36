"""Splitting at punctuation outside of brackets, in one pass over the text."""

from __future__ import annotations

import re
from functools import lru_cache

_CLOSED = re.compile("（[^（）]*）")
_LAST = re.compile("（[^（）]*）$")


@lru_cache(maxsize=16)
def _marks(separators: str) -> re.Pattern[str]:
    return re.compile(f"[（）{re.escape(separators)}]")


def split_top(text: str, separators: str) -> list[tuple[int, str]]:
    """(offset, piece) of the text cut at any of `separators` that stands in no bracket; empty pieces are left out."""
    pieces: list[tuple[int, str]] = []
    depth = start = 0
    for mark in _marks(separators).finditer(text):
        if mark[0] == "（":
            depth += 1
        elif mark[0] == "）":
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces.append((start, text[start : mark.start()]))
            start = mark.end()
    pieces.append((start, text[start:]))
    return [(offset, piece) for offset, piece in pieces if piece.strip()]


def groups(text: str) -> list[tuple[int, int]]:
    """(start, end) of every outermost bracket, brackets included; an unclosed one reaches to the end."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for mark in _marks("").finditer(text):
        if mark[0] == "（":
            if depth == 0:
                start = mark.start()
            depth += 1
        elif depth > 0:
            depth -= 1
            if depth == 0:
                found.append((start, mark.end()))
    if depth > 0:
        found.append((start, len(text)))
    return found


def without_brackets(text: str) -> str:
    """The text without its brackets, of nested ones without the inner."""
    return _CLOSED.sub("", text)


def without_last_bracket(name: str) -> str:
    """The name without a bracket that closes it (`某办公室（某局）`)."""
    return _LAST.sub("", name)


def peel(text: str) -> tuple[str, list[str], list[str]]:
    """The text without its last brackets, their contents, and the contents of brackets in the middle (left in)."""
    if "（" not in text:
        return text.rstrip("）").strip(), [], []
    spans = groups(text)
    end, last = len(text), []
    while spans and spans[-1][1] == end:
        start, stop = spans.pop()
        last.append(_content(text[start:stop]))
        end = start
    return text[:end].strip(), last[::-1], [_content(text[start:stop]) for start, stop in spans]


def _content(bracketed: str) -> str:
    return bracketed[1:].removesuffix("）").strip()
