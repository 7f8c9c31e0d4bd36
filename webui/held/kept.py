"""What was made of the same data once is not made again: the newest results by what they were made of."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")
MOST: Final = 1000
"""Results kept; a part of a cadre's page is some 40 KB of text."""


class Kept:
    """Results by key, the longest unused given up first. It may be shared by threads.

    A key names everything a result depends on: a digest of the data, day, language, clearance. Then nothing kept can be
    out of date or meant for somebody else, and nothing need be thrown away when the graph changes.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._found: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under the key, else what `make` makes, which is kept."""
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return cast("T", self._found[key])
        made = make()
        with self._lock:
            self._found[key] = made
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return made
