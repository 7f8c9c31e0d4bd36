"""Which part of a long list an address names."""

from __future__ import annotations

from typing import Final

from werkzeug.datastructures import MultiDict

_MOST: Final = 1_000_000
"""No list has more parts; a longer number would be none that the graph can count with."""


def part_asked(given: MultiDict[str, str]) -> int:
    """The part of `?part=`, from 1 on; the first where the address names none."""
    return min(max(1, given.get("part", 1, type=int)), _MOST)
