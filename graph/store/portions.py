"""Rows in portions that one message to an engine may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

T = TypeVar("T")

BATCH: Final = 5000
"""Most rows in one statement: enough to be fast, few enough to stay well below the engine's time limit."""

_MOST_TEXT: Final = 4_000_000
"""Characters after which a portion is closed: 12 MB of Chinese, below the 16 MiB that an engine may take at once."""


def portions(rows: Iterable[T]) -> Iterator[list[T]]:
    """The rows in their order, in lists of at most `BATCH` and of some four million characters.

    A row that is longer by itself comes alone. Nothing comes of no rows.
    """
    portion: list[T] = []
    text = 0
    for row in rows:
        size = _characters(row)
        if portion and (len(portion) >= BATCH or text + size > _MOST_TEXT):
            yield portion
            portion, text = [], 0
        portion.append(row)
        text += size
    if portion:
        yield portion


def _characters(value: object) -> int:
    """About how long a value is when it is sent: the characters of its texts, one for anything else."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Mapping):
        return sum(map(_characters, value.values()))
    if isinstance(value, list | tuple):
        return sum(map(_characters, value))
    return 1
