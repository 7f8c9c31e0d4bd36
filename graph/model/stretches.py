"""Half-open intervals that overlap or follow at once, as one stretch of time: the terms of one office."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from graph.model.values import first_day

Item = TypeVar("Item")

_NEVER: Final = "9999-12-31"


def stretches(items: Iterable[Item], bounds: Callable[[Item], tuple[str, str | None]]) -> Iterator[tuple[Item, ...]]:
    """The items of each stretch by their start, whose `bounds` are partial dates; an end of None is open."""
    together: list[Item] = []
    last: str | None = None
    for each in sorted(items, key=lambda item: _order(*bounds(item))):
        start, end = bounds(each)
        if together and last is not None and first_day(start) > first_day(last):
            yield tuple(together)
            together = []
        last = latest((last, end)) if together else end
        together.append(each)
    if together:
        yield tuple(together)


def latest(ends: Iterable[str | None]) -> str | None:
    """The latest of some ends, as exact as it was given; None where one is open."""
    known = list(ends)
    return None if None in known else max((each or "" for each in known), key=first_day)


def _order(start: str, end: str | None) -> tuple[str, str, str]:
    return first_day(start), first_day(end or _NEVER), end or ""
